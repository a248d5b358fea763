using System.Net;
using System.Net.Http.Json;
using Backoffice.Data.Live;
using Microsoft.Extensions.DependencyInjection;
using Web.Tests.Api;

namespace Web.Tests.Hosting;

/// <summary>The running product does what is due without anybody asking.</summary>
public sealed class DeadlineTests(LateBackoffice backoffice) : IClassFixture<LateBackoffice>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_request_whose_deadline_has_passed_is_approved_by_itself()
    {
        using var clerk = await backoffice.SignedInAsync("clerk");
        var address = $"/api/records/request/{(await clerk.NewRequestAsync()).Id()}";
        await (await clerk.PostAsJsonAsync(address + "/submit", new { version = 1 })).JsonAsync(HttpStatusCode.OK);
        var moved = new TaskCompletionSource();
        using var watch = backoffice.Services.GetRequiredService<LiveChanges>().Subscribe(change =>
        {
            if (change.Instance is not null)
            {
                moved.TrySetResult();
            }

            return Task.CompletedTask;
        });
        Assert.Equal("inApproval", (await (await clerk.GetAsync(address)).JsonAsync(HttpStatusCode.OK)).Value("status").GetString());

        backoffice.Advance(TimeSpan.FromHours(2));
        await moved.Task.WaitAsync(Patience);

        using var later = await backoffice.SignedInAsync("clerk");
        Assert.Equal("approved", (await (await later.GetAsync(address)).JsonAsync(HttpStatusCode.OK)).Value("status").GetString());
    }
}

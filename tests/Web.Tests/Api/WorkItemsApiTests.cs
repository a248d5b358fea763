using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Web.Tests.Hosting;

namespace Web.Tests.Api;

public sealed class WorkItemsApiTests(RunningBackoffice backoffice) : IClassFixture<RunningBackoffice>
{
    [Fact]
    public async Task A_record_is_submitted_returned_changed_resubmitted_and_approved()
    {
        using var clerk = await backoffice.SignedInAsync("clerk");
        using var lead = await backoffice.SignedInAsync("lead");
        var address = await SubmittedAsync(clerk);

        var returned = await lead.PostAsJsonAsync($"/api/work-items/{await ItemAsync(lead, address)}/decision", new { decision = "return", comment = "Why?", resume = "straightBack" });
        await returned.JsonAsync(HttpStatusCode.OK);
        var version = (await (await clerk.GetAsync(address)).JsonAsync(HttpStatusCode.OK)).GetProperty("version").GetInt64();
        await (await clerk.PatchAsJsonAsync(address, new { version, values = new { subject = "Chairs, because the old ones broke" } })).JsonAsync(HttpStatusCode.OK);
        await (await clerk.PostAsJsonAsync($"/api/work-items/{await ItemAsync(clerk, address)}/resubmit", new { comment = "Said now." })).JsonAsync(HttpStatusCode.NoContent);

        var item = await ItemAsync(lead, address);
        var details = await (await lead.GetAsync($"/api/work-items/{item}")).JsonAsync(HttpStatusCode.OK);
        Assert.Contains("approve", details.GetProperty("actions").EnumerateArray().Select(action => action.GetString()));
        await (await lead.PostAsJsonAsync($"/api/work-items/{item}/decision", new { decision = "approve" })).JsonAsync(HttpStatusCode.OK);
        Assert.Equal("approved", (await (await clerk.GetAsync(address)).JsonAsync(HttpStatusCode.OK)).Value("status").GetString());
        await (await lead.PostAsJsonAsync($"/api/work-items/{item}/decision", new { decision = "approve" })).JsonAsync(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Only_the_person_asked_decides()
    {
        using var clerk = await backoffice.SignedInAsync("clerk");
        using var lead = await backoffice.SignedInAsync("lead");
        var item = await ItemAsync(lead, await SubmittedAsync(clerk));
        await (await clerk.PostAsJsonAsync($"/api/work-items/{item}/decision", new { decision = "approve" })).JsonAsync(HttpStatusCode.Forbidden);
        await (await lead.PostAsJsonAsync($"/api/work-items/{item}/decision", new { decision = "perhaps" })).RefusedAsync(HttpStatusCode.BadRequest, "request.malformed");
        await (await lead.PostAsJsonAsync($"/api/work-items/{item}/decision", new { comment = "?" })).RefusedAsync(HttpStatusCode.BadRequest, "request.malformed");
    }

    [Fact]
    public async Task A_record_in_approval_is_not_changed()
    {
        using var clerk = await backoffice.SignedInAsync("clerk");
        var address = await SubmittedAsync(clerk);
        var version = (await (await clerk.GetAsync(address)).JsonAsync(HttpStatusCode.OK)).GetProperty("version").GetInt64();
        await (await clerk.PatchAsJsonAsync(address, new { version, values = new { subject = "Something else" } })).JsonAsync(HttpStatusCode.Conflict);
    }

    private static async Task<string> SubmittedAsync(HttpClient clerk)
    {
        var address = $"/api/records/request/{(await clerk.NewRequestAsync()).Id()}";
        await (await clerk.PostAsJsonAsync(address + "/submit", new { version = 1 })).JsonAsync(HttpStatusCode.OK);
        return address;
    }

    private static async Task<Guid> ItemAsync(HttpClient person, string record)
    {
        var inbox = await (await person.GetAsync("/api/inbox")).JsonAsync(HttpStatusCode.OK);
        return inbox.EnumerateArray().Single(item => record.EndsWith(item.GetProperty("record").GetString()!, StringComparison.Ordinal)).Id();
    }
}

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
    public async Task Several_items_are_decided_in_one_call_each_with_its_result()
    {
        using var clerk = await backoffice.SignedInAsync("clerk");
        using var lead = await backoffice.SignedInAsync("lead");
        var (one, other) = (await ItemAsync(lead, await SubmittedAsync(clerk)), await ItemAsync(lead, await SubmittedAsync(clerk)));
        await (await lead.PostAsJsonAsync($"/api/work-items/{one}/decision", new { decision = "reject", comment = "No." })).JsonAsync(HttpStatusCode.OK);
        var results = await (await lead.PostAsJsonAsync("/api/work-items/decisions", new { items = new[] { one, other }, decision = "approve" })).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(["work-item.not-open", null], results.EnumerateArray().Select(result => result.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task An_item_is_taken_back_commented_and_administered()
    {
        using var clerk = await backoffice.SignedInAsync("clerk");
        using var lead = await backoffice.SignedInAsync("lead");
        using var root = await backoffice.SignedInAsync("root");
        var address = await SubmittedAsync(clerk);
        var item = await ItemAsync(lead, address);
        await (await lead.PostAsJsonAsync($"/api/work-items/{item}/decision", new { decision = "reject", comment = "No." })).JsonAsync(HttpStatusCode.OK);
        await (await lead.PostAsync($"/api/work-items/{item}/take-back", content: null)).JsonAsync(HttpStatusCode.NoContent);
        var instance = (await (await lead.GetAsync($"/api/work-items/{item}")).JsonAsync(HttpStatusCode.OK)).GetProperty("instance").Id();
        await (await lead.PostAsJsonAsync($"/api/instances/{instance}/comments", new { text = "Looking at it." })).JsonAsync(HttpStatusCode.NoContent);
        await (await lead.PostAsJsonAsync($"/api/instances/{instance}/suspend", new { comment = "Wait." })).RefusedAsync(HttpStatusCode.Forbidden, "instance.administrator");
        await (await root.PostAsJsonAsync($"/api/instances/{instance}/suspend", new { comment = "Wait." })).JsonAsync(HttpStatusCode.NoContent);
        await (await lead.PostAsJsonAsync($"/api/work-items/{item}/decision", new { decision = "approve" })).JsonAsync(HttpStatusCode.Conflict);
        await (await root.PostAsJsonAsync($"/api/instances/{instance}/resume", new { })).JsonAsync(HttpStatusCode.NoContent);
        await (await lead.PostAsJsonAsync($"/api/work-items/{item}/decision", new { decision = "approve" })).JsonAsync(HttpStatusCode.OK);
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

using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Web.Tests.Hosting;

namespace Web.Tests.Api;

public sealed class RecordsApiTests(RunningBackoffice backoffice) : IClassFixture<RunningBackoffice>
{
    [Fact]
    public async Task A_record_is_made_read_changed_and_deleted()
    {
        using var clerk = await backoffice.SignedInAsync("clerk");
        var made = await clerk.NewRequestAsync(new { subject = "Desks", dueOn = "2026-12-24", urgent = true, lines = new[] { new { item = "Desk", quantity = 3, price = 199.9 } } });
        Assert.Matches("^RQ-[0-9]{4}$", made.Value("number").GetString());
        Assert.Equal(599.70m, made.Value("total").GetDecimal());
        Assert.Equal("599.70", made.Value("total").GetRawText());
        Assert.Equal("2026-12-24", made.Value("dueOn").GetString());
        var line = made.Value("lines")[0];
        var address = $"/api/records/request/{made.Id()}";

        var read = await clerk.GetAsync(address);
        Assert.Equal("\"1\"", read.Headers.ETag!.Tag);
        Assert.True(JsonElement.DeepEquals(made, await read.JsonAsync(HttpStatusCode.OK)));

        var change = new { version = 1, values = new { lines = new[] { new { id = line.Id(), item = "Desk, oak", quantity = 2, price = 250 } } } };
        var changed = await (await clerk.PatchAsJsonAsync(address, change)).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(500m, changed.Value("total").GetDecimal());
        Assert.Equal("Desks", changed.Value("subject").GetString());
        Assert.Equal(line.Id(), changed.Value("lines")[0].Id());

        using var delete = new HttpRequestMessage(HttpMethod.Delete, address) { Headers = { { "If-Match", "\"2\"" } } };
        Assert.Equal(HttpStatusCode.NoContent, (await clerk.SendAsync(delete)).StatusCode);
        await (await clerk.GetAsync(address)).RefusedAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task What_was_read_can_be_put_back_and_fields_not_named_become_empty()
    {
        using var clerk = await backoffice.SignedInAsync("clerk");
        var made = await clerk.NewRequestAsync(new { subject = "Lamps", dueOn = "2026-12-24" });
        var address = $"/api/records/request/{made.Id()}";

        var same = await (await clerk.PutAsJsonAsync(address, made)).JsonAsync(HttpStatusCode.OK);
        Assert.Equal("2026-12-24", same.Value("dueOn").GetString());

        var bare = await (await clerk.PutAsJsonAsync(address, new { version = same.GetProperty("version").GetInt64(), values = new { subject = "Lamps" } })).JsonAsync(HttpStatusCode.OK);
        Assert.DoesNotContain("2026-12-24", bare.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_is_kept_as_the_text_it_is()
    {
        using var clerk = await backoffice.SignedInAsync("clerk");
        const string text = "<script>alert('1')</script> 中文 “quotes”";
        var made = await clerk.NewRequestAsync(new { subject = text });
        Assert.Equal(text, made.Value("subject").GetString());
    }

    [Fact]
    public async Task Somebody_elses_change_is_never_overwritten()
    {
        using var clerk = await backoffice.SignedInAsync("clerk");
        using var lead = await backoffice.SignedInAsync("lead");
        var address = $"/api/records/request/{(await clerk.NewRequestAsync()).Id()}";
        await (await lead.PatchAsJsonAsync(address, new { version = 1, values = new { subject = "Chairs for all" } })).JsonAsync(HttpStatusCode.OK);

        var refused = await (await clerk.PatchAsJsonAsync(address, new { version = 1, values = new { subject = "Chairs for me" } })).JsonAsync(HttpStatusCode.Conflict);
        Assert.Contains("Lena Lead", refused.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_save_says_which_version_it_was_made_from()
    {
        using var clerk = await backoffice.SignedInAsync("clerk");
        var address = $"/api/records/request/{(await clerk.NewRequestAsync()).Id()}";
        var refused = await (await clerk.PatchAsJsonAsync(address, new { values = new { subject = "x" } })).JsonAsync((HttpStatusCode)428);
        Assert.Contains("If-Match", refused.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_wrong_is_named_by_field_at_once()
    {
        using var clerk = await backoffice.SignedInAsync("clerk");
        var values = new { dueOn = "31/12/2026", shoeSize = 43, status = "approved", lines = new[] { new { item = "x", quantity = "many" } } };
        var refused = await (await clerk.PostAsJsonAsync("/api/records/request", new { values })).RefusedAsync(HttpStatusCode.UnprocessableEntity, "input.invalid");
        var codes = refused.GetProperty("problems").EnumerateArray().Select(problem => $"{problem.GetProperty("path")} {problem.GetProperty("code")}").Order(StringComparer.Ordinal);
        Assert.Equal(["dueOn field.date", "lines[0].quantity field.number", "shoeSize field.unknown", "status field.read-only"], codes);
    }

    [Fact]
    public async Task A_required_field_that_is_missing_is_named()
    {
        using var clerk = await backoffice.SignedInAsync("clerk");
        var refused = await (await clerk.PostAsJsonAsync("/api/records/request", new { values = new { urgent = true } })).RefusedAsync(HttpStatusCode.UnprocessableEntity, "input.invalid");
        Assert.Contains(refused.GetProperty("problems").EnumerateArray(), problem => problem.GetProperty("path").GetString() == "subject");
    }

    [Fact]
    public async Task Malformed_JSON_is_named_by_line()
    {
        using var clerk = await backoffice.SignedInAsync("clerk");
        using var body = new StringContent("{\n  \"values\": {\n    \"subject\": oops\n", Encoding.UTF8, "application/json");
        var refused = await (await clerk.PostAsync("/api/records/request", body)).RefusedAsync(HttpStatusCode.BadRequest, "request.malformed");
        Assert.Equal(3, refused.GetProperty("line").GetInt32());
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused()
    {
        using var clerk = await backoffice.SignedInAsync("clerk");
        var answer = await clerk.PostAsJsonAsync("/api/records/request", new { values = new { subject = new string('x', 2_100_000) } });
        await answer.RefusedAsync(HttpStatusCode.RequestEntityTooLarge, "request.too-large");
    }

    [Fact]
    public async Task Rights_hold_as_on_the_pages()
    {
        using var clerk = await backoffice.SignedInAsync("clerk");
        using var lead = await backoffice.SignedInAsync("lead");
        using var guest = await backoffice.SignedInAsync("guest");
        var record = await lead.NewRequestAsync();
        await (await clerk.GetAsync($"/api/records/request/{record.Id()}")).RefusedAsync(HttpStatusCode.NotFound, "not-found");
        await (await guest.PostAsJsonAsync("/api/records/request", new { values = new { subject = "x" } })).JsonAsync(HttpStatusCode.Forbidden);
        await (await guest.GetAsync("/api/records/nothing")).RefusedAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_list_is_searched_filtered_sorted_and_paged()
    {
        using var root = await backoffice.SignedInAsync("root");
        foreach (var subject in (string[])["Pump A", "Pump B", "Valve"])
        {
            await root.NewRequestAsync(new { subject = subject + " zq" });
        }

        var page = await (await root.GetAsync("/api/records/request?search=zq&sort=-subject&take=2")).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(3, page.GetProperty("total").GetInt64());
        Assert.Equal(["Valve zq", "Pump B zq"], page.GetProperty("records").EnumerateArray().Select(record => record.Value("subject").GetString()));

        var filter = Uri.EscapeDataString("""{"field":"subject","operator":"startsWith","value":"Pump"}""");
        var filtered = await (await root.GetAsync($"/api/records/request?search=zq&filter={filter}")).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(2, filtered.GetProperty("total").GetInt64());

        await (await root.GetAsync("/api/records/request?filter=%7Bnope")).RefusedAsync(HttpStatusCode.BadRequest, "request.malformed");
    }
}

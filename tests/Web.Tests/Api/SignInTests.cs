using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Web.Tests.Hosting;

namespace Web.Tests.Api;

public sealed class SignInTests(RunningBackoffice backoffice) : IClassFixture<RunningBackoffice>
{
    [Fact]
    public async Task Gives_a_bearer_token_and_a_refresh_token_that_gives_another()
    {
        using var client = backoffice.Anonymous();
        var tokens = await (await client.PostAsJsonAsync("/api/sign-in", new { userName = "lead", password = backoffice.PasswordOf("lead") })).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(3600, tokens.GetProperty("expiresIn").GetInt32());

        var refreshed = await (await client.PostAsJsonAsync("/api/sign-in/refresh", new { refreshToken = tokens.GetProperty("refreshToken").GetString() })).JsonAsync(HttpStatusCode.OK);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", refreshed.GetProperty("accessToken").GetString());
        await (await client.GetAsync("/api/inbox")).JsonAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Refuses_a_token_that_was_tampered_with()
    {
        using var client = backoffice.Anonymous();
        await (await client.PostAsJsonAsync("/api/sign-in/refresh", new { refreshToken = "CfDJ8" })).RefusedAsync(HttpStatusCode.Unauthorized, "sign-in.expired");
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "CfDJ8");
        await (await client.GetAsync("/api/inbox")).RefusedAsync(HttpStatusCode.Unauthorized, "sign-in.needed");
    }

    [Fact]
    public async Task Closes_an_account_after_five_wrong_passwords_and_says_the_same_of_unknown_names()
    {
        using var client = backoffice.Anonymous();
        for (var attempt = 1; attempt < 5; attempt++)
        {
            await (await client.PostAsJsonAsync("/api/sign-in", new { userName = "guest", password = "wrong" })).RefusedAsync(HttpStatusCode.Unauthorized, "sign-in.wrong");
        }

        await (await client.PostAsJsonAsync("/api/sign-in", new { userName = "guest", password = "wrong" })).RefusedAsync(HttpStatusCode.Unauthorized, "sign-in.locked");
        await (await client.PostAsJsonAsync("/api/sign-in", new { userName = "guest", password = backoffice.PasswordOf("guest") })).RefusedAsync(HttpStatusCode.Unauthorized, "sign-in.locked");
        await (await client.PostAsJsonAsync("/api/sign-in", new { userName = "nobody", password = "wrong" })).RefusedAsync(HttpStatusCode.Unauthorized, "sign-in.wrong");
    }

    [Theory]
    [InlineData("/api/inbox")]
    [InlineData("/api/records/request")]
    [InlineData("/files/0198f1b2-0000-7000-8000-000000000000")]
    [InlineData("/print/request/0198f1b2-0000-7000-8000-000000000000.pdf")]
    [InlineData("/")]
    public async Task Nothing_is_open_without_a_sign_in(string address)
    {
        using var client = backoffice.Anonymous();
        var answer = await client.GetAsync(address);
        if (address.StartsWith("/api", StringComparison.Ordinal))
        {
            await answer.RefusedAsync(HttpStatusCode.Unauthorized, "sign-in.needed");
        }
        else
        {
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.Equal("/sign-in", answer.Headers.Location!.AbsolutePath);
        }
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/css/tokens.css")]
    public async Task Health_and_static_files_are_open(string address)
    {
        using var client = backoffice.Anonymous();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task The_form_of_the_page_is_refused_without_its_antiforgery_token()
    {
        using var client = backoffice.Anonymous();
        using var form = new FormUrlEncodedContent([new("userName", "lead"), new("password", backoffice.PasswordOf("lead"))]);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync("/sign-in", form)).StatusCode);
    }

    [Fact]
    public async Task Every_answer_carries_the_security_headers()
    {
        using var client = backoffice.Anonymous();
        var answer = await client.GetAsync("/health/live");
        Assert.Contains("script-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.False(answer.Headers.Contains("Server"));
    }
}

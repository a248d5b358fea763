using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Web.Tests.Api;

/// <summary>Reads answers of the API in tests.</summary>
internal static class ApiAnswers
{
    /// <summary>The body of an answer of the status expected.</summary>
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer, HttpStatusCode expected)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(expected == answer.StatusCode, $"Expected {expected}, but found {answer.StatusCode}: {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    /// <summary>Asserts a refusal of a status and code, and gives its body.</summary>
    public static async Task<JsonElement> RefusedAsync(this HttpResponseMessage answer, HttpStatusCode expected, string code)
    {
        var body = await answer.JsonAsync(expected);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(code, body.GetProperty("code").GetString());
        return body;
    }

    public static Guid Id(this JsonElement record) => record.GetProperty("id").GetGuid();

    public static JsonElement Value(this JsonElement record, string field) => record.GetProperty("values").GetProperty(field);

    /// <summary>Makes a request record.</summary>
    public static async Task<JsonElement> NewRequestAsync(this HttpClient client, object? values = null)
    {
        var answer = await client.PostAsJsonAsync("/api/records/request", new { values = values ?? new { subject = "Chairs" } });
        return await answer.JsonAsync(HttpStatusCode.Created);
    }
}

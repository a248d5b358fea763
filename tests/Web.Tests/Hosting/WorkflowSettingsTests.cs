using Backoffice.Web.Commands;
using Backoffice.Web.Hosting;
using Microsoft.Extensions.Configuration;

namespace Web.Tests.Hosting;

/// <summary>Where workflows send mails and what they may call, from the settings of an installation.</summary>
public sealed class WorkflowSettingsTests
{
    [Fact]
    public void Without_settings_mails_wait_and_nothing_is_called()
    {
        var settings = From();

        Assert.Null(settings.Mail.Host);
        Assert.Empty(settings.Calls.Hosts);
    }

    [Fact]
    public void Mail_server_hosts_and_secrets_are_read()
    {
        var settings = From(
            ("Mail:Host", "mail.example.com"), ("Mail:Port", "587"), ("Mail:Tls", "true"), ("Mail:User", "office"), ("Mail:Password", "p"), ("Mail:From", "office@example.com"),
            ("Calls:Hosts:0", "api.example.com"), ("Calls:Hosts:1", ".example.org"), ("Calls:Secrets:rating", "hush"));

        Assert.Equal(("mail.example.com", 587, true, "office", "p", "office@example.com"), (settings.Mail.Host, settings.Mail.Port, settings.Mail.Tls, settings.Mail.User, settings.Mail.Password, settings.Mail.From));
        Assert.Equal(["api.example.com", ".example.org"], settings.Calls.Hosts);
        Assert.Equal("hush", settings.Calls.Secrets["rating"]);
    }

    [Fact]
    public void Hosts_may_be_one_text_as_in_an_environment_variable() =>
        Assert.Equal(["a.example.com", "b.example.com"], From(("Calls:Hosts", "a.example.com, b.example.com,")).Calls.Hosts);

    [Theory]
    [InlineData("Mail:Port", "many")]
    [InlineData("Mail:Port", "70000")]
    [InlineData("Mail:Tls", "perhaps")]
    [InlineData("Mail:From", "nobody")]
    public void What_cannot_be_understood_is_said_by_its_name(string name, string value) =>
        Assert.Contains(name, Assert.Throws<UsageException>(() => From((name, value))).Message, StringComparison.Ordinal);

    private static BackofficeSettings From(params (string Name, string Value)[] settings) =>
        BackofficeSettings.From(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(one => one.Name, one => (string?)one.Value)).Build());
}

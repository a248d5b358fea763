using System.Globalization;
using Backoffice.Web.Localization;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Web.Tests.Localization;

public sealed class MomentsTests
{
    /// <summary>A Tuesday.</summary>
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 14, 30, 0, TimeSpan.Zero);
    private readonly Moments moments = new(new FakeTimeProvider(Now), new Words());

    public MomentsTests() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

    [Theory]
    [InlineData(0, "1 h", "13:30")]
    [InlineData(1, "1 d 1 h", "Mon 13:30")]
    [InlineData(6, "6 d 1 h", "Wed 13:30")]
    [InlineData(7, "7 d 1 h", "17 Nov")]
    [InlineData(400, "400 d 1 h", "20 Oct 2025")]
    public void Says_a_moment_as_people_do(int daysAgo, string span, string moment)
    {
        var at = Now.AddDays(-daysAgo).AddHours(-1);
        Assert.Equal(moment, this.moments.Short(at));
        Assert.Equal(span, this.moments.Span(this.moments.Since(at)));
    }

    [Theory]
    [InlineData(20, "under 1 min", "under 1 min")]
    [InlineData(12 * 60, "12 min", "12 min")]
    [InlineData((2 * 3600) + (40 * 60), "2 h 40 m", "2 h")]
    [InlineData(3 * 86400, "3 d", "3 d")]
    public void Says_a_span_in_its_two_greatest_units(int seconds, string span, string rough)
    {
        Assert.Equal(span, this.moments.Span(TimeSpan.FromSeconds(seconds)));
        Assert.Equal(rough, this.moments.Rough(TimeSpan.FromSeconds(seconds)));
    }

    [Fact]
    public void Says_them_in_Chinese()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-Hans");
        Assert.Equal("1 天 4 小时", this.moments.Span(TimeSpan.FromHours(28)));
        Assert.Equal("11月17日", this.moments.Short(Now.AddDays(-7)));
    }

    [Fact]
    public void A_moment_of_a_clock_ahead_is_now() => Assert.Equal(TimeSpan.Zero, this.moments.Since(Now.AddMinutes(5)));
}

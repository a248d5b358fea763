using Backoffice.Data.Definitions;
using Forms.Formulas;
using Forms.Records;
using Microsoft.Extensions.DependencyInjection;

namespace Web.Tests.Hosting;

/// <summary>The calendars of the packs, published and in use in the running product.</summary>
public sealed class ProductCalendarTests(ProductBackoffice backoffice) : IClassFixture<ProductBackoffice>
{
    [Fact]
    public void Units_have_the_published_calendar_of_their_place()
    {
        var calendars = backoffice.Services.GetRequiredService<PublishedDefinitions>().Calendars;

        Assert.Equal("Asia/Shanghai", calendars.ForUnit("hangzhou").TimeZone);
        Assert.Equal("America/Los_Angeles", calendars.ForUnit("seattle").TimeZone);
        Assert.Equal(2026, calendars.Default.KnownTo);
    }

    [Fact]
    public async Task Formulas_count_the_business_days_of_the_company()
    {
        var evaluate = backoffice.Services.GetRequiredService<EvaluateFormulas>();

        // National Day 2025: Sunday 28 September is worked, 1 to 8 October are not.
        var results = await evaluate(
            [new FormulaCall("addBusinessDays(signed, days)", new Dictionary<string, object?> { ["signed"] = new DateOnly(2025, 9, 30), ["days"] = 2m })],
            CancellationToken.None);

        Assert.Equal(new FormulaResult("2025-10-10", null), Assert.Single(results));
    }
}

namespace Forms.Tests.Definitions;

public sealed class BrokenCalendarTests
{
    private const string Path = "shop/calendars/main.json";
    private const string SetPath = "shop/holidays/land.json";

    private const string Good = """
        {
          "$schema": "../../schemas/calendar.schema.json",
          "key": "main",
          "label": "Main",
          "default": true,
          "timeZone": "Asia/Shanghai",
          "hours": {
            "monday": ["08:30-12:00", "13:30-17:30", "19:00-21:00"],
            "tuesday": ["22:00-06:00"],
            "wednesday": ["06:00-12:00"]
          },
          "holidaySets": ["land"],
          "holidays": [
            {
              "id": "stock-taking",
              "label": "Stock-taking",
              "days": [
                { "from": "2026-06-29", "to": "2026-06-30" },
                { "from": "2026-12-30" }
              ],
              "makeUpDays": [
                { "date": "2026-07-04", "like": "wednesday" },
                { "date": "2026-07-05", "hours": ["09:00-12:00"] }
              ]
            }
          ]
        }
        """;

    private const string GoodSet = """
        {
          "$schema": "../../schemas/holidays.schema.json",
          "key": "land",
          "label": "Land",
          "knownTo": 2026,
          "holidays": [
            { "id": "new-year", "label": "New Year", "days": [{ "from": "2026-01-01" }], "makeUpDays": [{ "date": "2026-01-04" }] }
          ]
        }
        """;

    [Fact]
    public void A_faultless_one_is_read_and_written_with_the_same_bytes()
    {
        using var folder = Make();
        var result = folder.Load();

        Assert.DoesNotContain(result.Problems, problem => problem.Code != "label.missing");
        Assert.Equal(
            ["calendars/main", "calendars/main/holidays/stock-taking", "holidays/land", "holidays/land/new-year"],
            result.Problems.Select(problem => problem.Message.Split('"')[1]).Order(StringComparer.Ordinal));
        Assert.Equal(folder.Read(Path), Forms.Definitions.DefinitionWriter.Write(result.Files.Single(file => file.Path == Path)));
    }

    [Theory]
    [InlineData("\"Asia/Shanghai\"", "\"Asia/Shanghia\"", 6, "calendar.time-zone", "Did you mean \"Asia/Shanghai\"?")]
    [InlineData("\"timeZone\": \"Asia/Shanghai\",", "", 1, "definition.missing", "\"timeZone\" is missing")]
    [InlineData("\"default\": true", "\"default\": false", 1, "calendar.default", "No calendar is the default")]
    [InlineData("08:30-12:00", "8:30-12:00", 8, "calendar.hours", "are no hours")]
    [InlineData("08:30-12:00", "08:30-25:00", 8, "calendar.hours", "are no hours")]
    [InlineData("08:30-12:00", "08:30-08:30", 8, "calendar.hours", "are no hours")]
    [InlineData("13:30-17:30", "11:30-17:30", 8, "calendar.hours", "begins before 08:30-12:00 has ended")]
    [InlineData("06:00-12:00", "05:30-12:00", 10, "calendar.hours", "before the night shift 22:00-06:00 of Tuesday has ended")]
    [InlineData("[\"land\"]", "[\"lnd\"]", 12, "definition.unknown-name", "Did you mean \"land\"?")]
    [InlineData("[\"land\"]", "[\"land\", \"land\"]", 12, "definition.duplicate", "given twice")]
    [InlineData("\"stock-taking\"", "\"stock taking\"", 15, "definition.key", "is not allowed")]
    [InlineData("\"2026-06-29\"", "\"29 June\"", 18, "definition.wrong-type", "A date such as \"2026-12-31\"")]
    [InlineData("\"to\": \"2026-06-30\"", "\"to\": \"2026-06-28\"", 18, "holiday.range", "before the first")]
    [InlineData("\"to\": \"2026-06-30\"", "\"to\": \"2027-06-30\"", 18, "holiday.range", "at most 366 days")]
    [InlineData("\"2026-12-30\"", "\"2026-06-30\"", 19, "holiday.twice", "2026-06-30 is given twice")]
    [InlineData("\"2026-12-30\"", "\"2200-12-30\"", 19, "holiday.year", "outside the years 1900 to 2199")]
    [InlineData("\"2026-07-04\"", "\"2026-06-30\"", 22, "holiday.twice", "2026-06-30 is given twice")]
    [InlineData("\"wednesday\" }", "\"sunday\" }", 22, "calendar.make-up-day", "the hours of Sunday, but that is not worked")]
    [InlineData("\"hours\": [\"09", "\"like\": \"monday\", \"hours\": [\"09", 23, "holiday.hours", "not both")]
    [InlineData("\"09:00-12:00\"", "\"nine to noon\"", 23, "calendar.hours", "are no hours")]
    public void Is_explained_on_its_line(string text, string by, int line, string code, string words)
    {
        using var folder = Make().Replace(Path, text, by);

        folder.Expect($"{Path}:{line}", code, words);
    }

    [Fact]
    public void A_week_without_working_time_is_an_error_so_that_nothing_waits_for_ever()
    {
        using var folder = PackFolder.Make().Write(Path, """
            {
              "$schema": "../../schemas/calendar.schema.json",
              "key": "main",
              "label": "Main",
              "default": true,
              "timeZone": "Asia/Shanghai",
              "hours": {}
            }
            """);

        folder.Expect($"{Path}:7", "calendar.no-working-time", "no working hours");
    }

    [Fact]
    public void Only_one_is_the_default()
    {
        using var folder = Make().Write("shop/calendars/other.json", """
            {
              "$schema": "../../schemas/calendar.schema.json",
              "key": "other",
              "label": "Other",
              "default": true,
              "basedOn": "main"
            }
            """);

        folder.Expect("shop/calendars/other.json:5", "calendar.default", "\"main\" is the default already");
    }

    [Fact]
    public void None_is_based_on_itself()
    {
        using var folder = Make().Replace(Path, "\"default\": true,", "\"default\": true,\n  \"basedOn\": \"main\",");

        folder.Expect($"{Path}:6", "calendar.circle", "based on itself");
    }

    [Fact]
    public void A_make_up_day_of_a_set_that_the_calendar_cannot_work_is_a_warning()
    {
        using var folder = Make().Replace(Path, "    \"monday\": [\"08:30-12:00\", \"13:30-17:30\", \"19:00-21:00\"],\n", string.Empty);

        folder.Expect($"{Path}:11", "calendar.make-up-day", "2026-01-04 has the hours of Monday", "Here it is not worked.");
        Assert.NotNull(folder.Load().Set);
    }

    [Theory]
    [InlineData("\"knownTo\": 2026", "\"knownTo\": 2025", 5, "holiday.known-to", "2026-01-04 is given")]
    [InlineData("\"days\": [{ \"from\": \"2026-01-01\" }], \"makeUpDays\": [{ \"date\": \"2026-01-04\" }]", "\"days\": []", 7, "holiday.empty", "neither \"days\" nor")]
    public void A_set_is_checked_too(string text, string by, int line, string code, string words)
    {
        using var folder = Make().Replace(SetPath, text, by);

        folder.Expect($"{SetPath}:{line}", code, words);
    }

    [Fact]
    public void A_unit_names_a_calendar_that_exists()
    {
        using var folder = Make().Replace("shop/units.json", "\"parent\": \"office\"", "\"parent\": \"office\", \"calendar\": \"mian\"");

        folder.Expect("shop/units.json:5", "definition.unknown-name", "Did you mean \"main\"?");
    }

    private static PackFolder Make() => PackFolder.Make().Write(Path, Good).Write(SetPath, GoodSet);
}

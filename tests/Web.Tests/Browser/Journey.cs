namespace Web.Tests.Browser;

/// <summary>A test by browser. Errors of the console or of a page fail it, whatever else it found.</summary>
[Collection(nameof(BrowserFixture))]
public abstract class Journey(BrowserFixture browser) : IAsyncLifetime
{
    private readonly List<Desk> desks = [];
    private int steps;

    protected Office Office { get; } = new(browser.Backoffice);

    /// <summary>The installation of the company.</summary>
    protected Hosting.DemoBackoffice Backoffice => browser.Backoffice;

    /// <summary>The beginning of the sentence that names the test.</summary>
    private static string Name
    {
        get
        {
            var name = TestContext.Current.TestMethod!.MethodName;
            return name.Length <= 60 ? name : name[..name.LastIndexOf('_', 60)];
        }
    }

    public ValueTask InitializeAsync()
    {
        Assert.SkipWhen(BrowserFixture.Missing is not null, BrowserFixture.Missing ?? string.Empty);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        var failed = TestContext.Current.TestState?.Result == TestResult.Failed;
        foreach (var desk in this.desks)
        {
            if (failed)
            {
                await desk.ShotAsync($"{Name}-failed-{desk.Person}");
            }

            await desk.Window.CloseAsync();
        }

        this.Office.Dispose();
        GC.SuppressFinalize(this);
        Assert.Empty(this.desks.SelectMany(desk => desk.Errors));
    }

    /// <summary>A person before a window of their own, signed in.</summary>
    protected async Task<Desk> SitDownAsync(string person, Screen? screen = null)
    {
        var window = await browser.WindowOfAsync(person, screen ?? Screen.Desktop);
        var desk = new Desk(person, screen ?? Screen.Desktop, window, await window.NewPageAsync());
        this.desks.Add(desk);
        return desk;
    }

    /// <summary>A window of nobody.</summary>
    protected async Task<Desk> StrangerAsync(Screen? screen = null)
    {
        var window = await browser.WindowAsync(screen ?? Screen.Desktop);
        var desk = new Desk("nobody", screen ?? Screen.Desktop, window, await window.NewPageAsync());
        this.desks.Add(desk);
        return desk;
    }

    /// <summary>Pictures of where the journey stands.</summary>
    protected Task ShotAsync(Desk desk) => desk.ShotAsync($"{Name}-{++this.steps:00}");
}

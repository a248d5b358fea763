using System.Diagnostics;

namespace Bench.Spine;

/// <summary>
/// The product as people meet it: a second start, an inbox, a decision, a printed contract, and all of Northwind
/// imported. Northwind is read from <c>BACKOFFICE_NORTHWIND</c>, or from <c>../shared/data/northwind</c>.
/// </summary>
internal static class SpineScenario
{
    private const int Decisions = 5;

    internal static async Task RunAsync()
    {
        var data = Directory.CreateTempSubdirectory("backoffice-bench-").FullName;
        try
        {
            await MeasureAsync(data);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task MeasureAsync(string data)
    {
        var (first, firstSeconds) = await Product.StartAsync(data);
        await first.DisposeAsync();
        Measure.Print("spine.first-start", firstSeconds, "s");

        var starts = new List<double>();
        for (var round = 0; round < 3; round++)
        {
            var (again, seconds) = await Product.StartAsync(data);
            starts.Add(seconds);
            await again.DisposeAsync();
        }

        Measure.Print("spine.start", Measure.Median(starts), "s");

        var northwind = Environment.GetEnvironmentVariable("BACKOFFICE_NORTHWIND") ?? Path.Combine("..", "shared", "data", "northwind");
        if (Directory.Exists(northwind))
        {
            Measure.Print("spine.import", await Measure.SecondsAsync(() => Product.VerbAsync(data, "import", "northwind", Path.GetFullPath(northwind))), "s");
            Measure.Print("spine.import-again", await Measure.SecondsAsync(() => Product.VerbAsync(data, "import", "northwind", Path.GetFullPath(northwind))), "s");
        }
        else
        {
            Console.WriteLine($"# spine.import left out: no Northwind files in {northwind}");
        }

        var (product, _) = await Product.StartAsync(data);
        await using (product)
        {
            await PagesAsync(product, Accounts.Read(Path.Combine(data, "accounts.txt")));
        }
    }

    private static async Task PagesAsync(Product product, IReadOnlyDictionary<string, string> accounts)
    {
        const string Manager = "zhou.wei";
        await using var browser = await Browser.SignInAsync(product.Address, Manager, accounts[Manager]);
        var opened = new List<double>();
        for (var round = 0; round < 5; round++)
        {
            opened.Add(await Measure.SecondsAsync(async () =>
            {
                await browser.Page.GotoAsync("/inbox");
                await browser.Page.Locator("[data-interactive=true] a[data-page]").First.WaitForAsync();
            }));
        }

        Measure.Print("spine.inbox", Measure.Median(opened), "s");
        await ApproveAsync(product, browser, accounts, Manager);
    }

    /// <summary>From the click on Approve until the page shows the new state.</summary>
    private static async Task ApproveAsync(Product product, Browser browser, IReadOnlyDictionary<string, string> accounts, string person)
    {
        using var api = await Api.SignInAsync(product.Address, person, accounts[person]);
        var times = new List<double>();
        foreach (var item in (await api.GetAsync("/api/inbox")).EnumerateArray().Take(Decisions))
        {
            await browser.Page.GotoAsync($"/work-items/{item.GetProperty("id").GetString()}");
            var approve = browser.Page.Locator("[data-interactive=true] button.likely").First;
            await approve.WaitForAsync();
            times.Add(await browser.Page.EvaluateAsync<double>(
                """
                () => new Promise(resolve => {
                    const start = performance.now();
                    const seen = new MutationObserver(() => {
                        if (document.querySelector('.toasts .toast')) { seen.disconnect(); resolve(performance.now() - start); }
                    });
                    seen.observe(document.body, { subtree: true, childList: true, attributes: true });
                    document.querySelector('button.likely').click();
                })
                """));
        }

        Measure.Print("spine.approve", Measure.Median(times), "ms");
        await PrintAsync(api);
    }

    private static async Task PrintAsync(Api api)
    {
        const string Approved = "%7B%22field%22%3A%22status%22%2C%22value%22%3A%22approved%22%7D";
        var approved = (await api.GetAsync($"/api/records/contract?take=1&filter={Approved}")).GetProperty("records")[0].GetProperty("id").GetString();
        await api.BytesAsync($"/print/contract/{approved}.pdf");
        var times = new List<double>();
        for (var round = 0; round < 5; round++)
        {
            var start = Stopwatch.GetTimestamp();
            await api.BytesAsync($"/print/contract/{approved}.pdf");
            times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        Measure.Print("spine.pdf", Measure.Median(times), "s");
    }
}

using Forms.Formulas;
using Reports.Print;

namespace Backoffice.Web.Hosting;

/// <summary>Starts the formula workers and the browser that prints once the server listens, so that nobody waits for them later.</summary>
internal sealed class WarmUp(FormulaWorkers formulas, PdfPrinter printer, IHostApplicationLifetime lifetime, ILogger<WarmUp> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.ApplicationStarted.WaitAsync(stoppingToken);
        await formulas.WarmUpAsync(stoppingToken);
        try
        {
            await printer.WarmUpAsync(stoppingToken);
        }
        catch (PdfUnavailableException missing)
        {
            log.LogInformation("{Reason}", missing.Message);
        }
    }
}

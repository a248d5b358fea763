using Forms.Formulas;
using Reports.Print;

namespace Backoffice.Web.Hosting;

/// <summary>Starts the formula workers and the browser that prints once the server listens, so that nobody waits for them later.</summary>
internal sealed class WarmUp(FormulaWorkers formulas, PdfPrinter printer, IHostApplicationLifetime lifetime, ILogger<WarmUp> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await lifetime.ApplicationStarted.WaitAsync(stoppingToken);
            await formulas.WarmUpAsync(stoppingToken);
            await printer.WarmUpAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped before it was warm.
        }
        catch (Exception cold) when (cold is PdfUnavailableException or PdfFailedException or TimeoutException)
        {
            // Whoever prints is told the same; until then nobody misses anything.
            log.LogInformation("{Reason}", cold.Message);
        }
    }
}

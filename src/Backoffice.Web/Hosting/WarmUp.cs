using Reports.Print;

namespace Backoffice.Web.Hosting;

/// <summary>Starts the browser that prints once the server listens, so that the first print does not wait for it.</summary>
internal sealed class WarmUp(PdfPrinter printer, IHostApplicationLifetime lifetime, ILogger<WarmUp> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.ApplicationStarted.WaitAsync(stoppingToken);
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

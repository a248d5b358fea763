using Backoffice.Data.Records;
using Backoffice.Web.Components.States;
using Forms.Fields;
using Forms.Problems;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace Backoffice.Web.Components.Fields;

public partial class FileEditor : IDisposable
{
    private const int MostAtOnce = 20;
    private static readonly TimeSpan Redraw = TimeSpan.FromMilliseconds(120);
    private readonly List<FileUpload> uploads = [];
    private long drawnAt;

    [Inject]
    private Gesture Gesture { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private ILogger<FileEditor> Log { get; set; } = null!;

    [CascadingParameter]
    public FieldContext Context { get; set; } = null!;

    [Parameter, EditorRequired]
    public RecordDraft Draft { get; set; } = null!;

    [Parameter, EditorRequired]
    public FormLabels Labels { get; set; } = null!;

    [Parameter, EditorRequired]
    public FileField Field { get; set; } = null!;

    /// <summary>A file came or went; the record in the store has a new version.</summary>
    [Parameter]
    public EventCallback Stored { get; set; }

    private FieldPlace Place => new(this.Field.Name);

    private IReadOnlyList<FileReference> Files => this.Draft.Record.Files(this.Field.Name);

    private bool Invalid => this.Draft.Problem(this.Place) is not null;

    private long Limit => this.Field.MaxMegabytes * 1_000_000L;

    public void Dispose()
    {
        foreach (var upload in this.uploads)
        {
            upload.Stop.Cancel();
            upload.Dispose();
        }
    }

    private static string Size(long bytes) => FieldLook.Size(bytes, System.Globalization.CultureInfo.CurrentCulture);

    private async Task AddAsync(InputFileChangeEventArgs chosen)
    {
        if (chosen.FileCount > MostAtOnce)
        {
            this.uploads.Add(new FileUpload(this.Words["records.file.count", chosen.FileCount], 0) { Error = this.Words["records.file.most", MostAtOnce] });
            return;
        }

        var files = chosen.GetMultipleFiles(MostAtOnce);
        var started = files.Select(file => (File: file, Upload: this.Start(file))).ToList();
        foreach (var (file, upload) in started.Where(pair => pair.Upload.Error is null))
        {
            await this.SendAsync(file, upload);
        }
    }

    private FileUpload Start(IBrowserFile file)
    {
        var upload = new FileUpload(file.Name, file.Size);
        if (file.Size > this.Limit)
        {
            upload.Error = this.Words["records.file.large", Size(file.Size), this.Field.MaxMegabytes];
        }
        else if (file.Size == 0)
        {
            upload.Error = this.Words["records.file.nothing"];
        }

        this.uploads.Add(upload);
        return upload;
    }

    private async Task SendAsync(IBrowserFile file, FileUpload upload)
    {
        var ct = upload.Stop.Token;
        try
        {
            await using var content = file.OpenReadStream(this.Limit, ct);
            await using var counted = new CountingStream(content, sent => this.Progress(upload, sent));
            var stored = await this.Gesture.RunAsync<AttachmentStore, FileReference>(store =>
                store.AddAsync(this.Context.Actor, this.Draft.Form.Key, this.Draft.Record.Id, this.Field.Name, file.Name, counted, ct));
            this.Draft.TakeFiles(this.Field.Name, [.. this.Files, stored]);
            this.Forget(upload);
            await this.Stored.InvokeAsync();
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            this.Forget(upload);
        }
        catch (RefusalException refusal)
        {
            upload.Error = refusal.Problems is [var problem, ..] ? ProblemText.Of(problem, this.Words) : refusal.Message;
        }
        catch (Exception failure) when (failure is IOException or Microsoft.JSInterop.JSException or TimeoutException)
        {
            // The file was moved or changed on the person's device, or the line broke while it was sent.
            this.Log.LogInformation(failure, "Upload of {File} broke off", file.Name);
            upload.Error = this.Words["records.file.broke"];
        }

        this.StateHasChanged();
    }

    private void Progress(FileUpload upload, long sent)
    {
        upload.Sent = sent;
        if (this.Clock.GetElapsedTime(this.drawnAt) > Redraw)
        {
            this.drawnAt = this.Clock.GetTimestamp();
            _ = this.InvokeAsync(this.StateHasChanged);
        }
    }

    private void Forget(FileUpload upload)
    {
        this.uploads.Remove(upload);
        upload.Dispose();
    }

    private async Task RemoveAsync(FileReference file)
    {
        try
        {
            await this.Gesture.RunAsync<AttachmentStore>(store => store.RemoveAsync(this.Context.Actor, file.Id, CancellationToken.None));
            this.Draft.TakeFiles(this.Field.Name, [.. this.Files.Where(other => other.Id != file.Id)]);
            await this.Stored.InvokeAsync();
        }
        catch (RefusalException refusal)
        {
            this.Draft.Complain(this.Place, new Problem(this.Field.Name, refusal.Code, refusal.Message));
        }
    }
}

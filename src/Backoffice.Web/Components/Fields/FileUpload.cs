namespace Backoffice.Web.Components.Fields;

/// <summary>A file on its way: how far it has come, or why it stopped.</summary>
internal sealed class FileUpload(string name, long size) : IDisposable
{
    public CancellationTokenSource Stop { get; } = new();

    public string Name { get; } = name;

    public long Size { get; } = size;

    public long Sent { get; set; }

    /// <summary>Why it was not stored; null while it runs.</summary>
    public string? Error { get; set; }

    public int Percent => this.Size == 0 ? 100 : (int)(this.Sent * 100 / this.Size);

    public void Dispose() => this.Stop.Dispose();
}

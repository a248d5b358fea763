namespace Web.Tests.Hosting;

/// <summary>A folder of its own for a test, gone afterwards.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("backoffice-test-").FullName;

    public string File(string name) => System.IO.Path.Combine(this.Path, name);

    public void Write(string name, string content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this.File(name))!);
        System.IO.File.WriteAllText(this.File(name), content);
    }

    public void Dispose() => Directory.Delete(this.Path, recursive: true);
}

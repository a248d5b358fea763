using Backoffice.Data.Directory;
using Backoffice.Web.Localization;

namespace Backoffice.Web.Components.Layout;

/// <summary>Whose back office this is.</summary>
public sealed class Company(DirectoryStore directory, Labels labels)
{
    /// <summary>The name of the topmost unit of the directory; empty before there is one.</summary>
    public async Task<string> NameAsync() =>
        (await directory.GetAsync(CancellationToken.None)).Units.FirstOrDefault(unit => unit.Parent is null) is { } root ? labels.Unit(root) : string.Empty;
}

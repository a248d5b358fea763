using System.Text.Json;
using Workflows.Elsa.Definitions;
using Workflows.Elsa.Kinds;

namespace Workflows.Elsa.Reading;

/// <summary>Reads connections of flowcharts, of today's form and of the first releases' (<c>sourcePort</c>).</summary>
internal static class ConnectionReader
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal) { "source", "target", "sourcePort", "targetPort", "vertices" };
    private static readonly HashSet<string> KnownEnd = new(StringComparer.Ordinal) { "activity", "port" };

    public static void Read(JsonPlace place, ElsaActivity flowchart)
    {
        // Those that are not known here are named already; connections to them need not be.
        var ids = place.Member("activities").Items().Select(child => child.Member("id").Text()).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var seen = new HashSet<ElsaConnection>();
        foreach (var item in place.Member("connections").Items().Where(item => item.NeedObject()))
        {
            item.RefuseOthers(Known.Contains, "part of a connection");
            var (source, port) = End(item, "source", ids);
            var (target, _) = End(item, "target", ids);
            if (source is null || target is null)
            {
                continue;
            }

            var connection = new ElsaConnection(source, string.IsNullOrEmpty(port) ? Outcomes.DoneName : port, target);
            if (seen.Add(connection))
            {
                flowchart.Connections.Add(connection);
            }
            else
            {
                item.Report.Warning(item.Path, "elsa.duplicate-connection", $"The connection from '{source}' to '{target}' by {connection.Port} is there already and counts once.");
            }
        }
    }

    private static (string? Activity, string? Port) End(JsonPlace connection, string name, HashSet<string> ids)
    {
        var end = connection.Member(name);
        var isObject = end.Element.ValueKind == JsonValueKind.Object;
        if (isObject)
        {
            end.RefuseOthers(KnownEnd.Contains, "part of a connection");
        }

        var place = isObject ? end.Member("activity") : end;
        var id = place.Text();
        if (id is null || !ids.Contains(id))
        {
            place.Report.Error(place.Path, "elsa.connection", $"Expected an activity of the same flowchart, but found '{id}'.");
            return default;
        }

        return (id, (isObject ? end.Member("port") : connection.Member(name + "Port")).Text());
    }
}

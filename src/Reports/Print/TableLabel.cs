using System.Diagnostics.CodeAnalysis;
using HandlebarsDotNet;
using HandlebarsDotNet.IO;

namespace Reports.Print;

/// <summary>The label of a sub-table, which also holds the labels of its columns: <c>label.lines</c>, <c>label.lines.amount</c>.</summary>
internal sealed class TableLabel(string label, IDictionary<string, object?> columns) : Dictionary<string, object?>(columns, StringComparer.Ordinal)
{
    public override string ToString() => label;

    /// <summary>Makes Handlebars write the label where it would list the columns.</summary>
    internal sealed class Formatter : IFormatter, IFormatterProvider
    {
        public void Format<T>(T value, in EncodedTextWriter writer) => writer.Write(value?.ToString());

        public bool TryCreateFormatter(Type type, [NotNullWhen(true)] out IFormatter? formatter)
        {
            formatter = type == typeof(TableLabel) ? this : null;
            return formatter is not null;
        }
    }
}

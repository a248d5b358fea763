using Microsoft.Extensions.Configuration;

namespace Backoffice.Web.Commands;

/// <summary>What followed a verb: words, options with a value, flags, and settings of the configuration.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, List<string>> options = new(StringComparer.Ordinal);
    private readonly HashSet<string> flags = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> settings = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> words = [];

    private Arguments()
    {
    }

    public IReadOnlyList<string> Words => this.words;

    /// <summary>Settings given as <c>--Section:Name value</c>; the last layer of the configuration.</summary>
    public IReadOnlyDictionary<string, string?> Settings => this.settings;

    /// <summary>The value of an option; the last one where it was given several times.</summary>
    public string? Option(string name) => this.options.GetValueOrDefault(name)?[^1];

    /// <summary>All values of an option, in the order given.</summary>
    public IReadOnlyList<string> OptionValues(string name) => this.options.GetValueOrDefault(name) ?? [];

    public bool Has(string flag) => this.flags.Contains(flag);

    /// <exception cref="UsageException">An option is unknown or lacks its value, or there are too many words.</exception>
    public static Arguments Parse(Verb verb, ReadOnlySpan<string> args)
    {
        var result = new Arguments();
        for (var index = 0; index < args.Length; index++)
        {
            if (!args[index].StartsWith("--", StringComparison.Ordinal))
            {
                result.words.Add(args[index]);
                continue;
            }

            var (name, value) = Split(args[index][2..]);
            if (verb.Flags.Contains(name) && value is null)
            {
                result.flags.Add(name);
                continue;
            }

            var isSetting = name.Contains(ConfigurationPath.KeyDelimiter, StringComparison.Ordinal);
            if (!isSetting && !verb.Options.Contains(name))
            {
                throw new UsageException($"There is no option --{name}.");
            }

            value ??= ++index < args.Length ? args[index] : throw new UsageException($"--{name} needs a value.");
            if (isSetting)
            {
                result.settings[name] = value;
            }
            else
            {
                result.AddOption(name, value);
            }
        }

        return result.words.Count <= verb.MostWords
            ? result
            : throw new UsageException($"\"{result.words[verb.MostWords]}\" is more than was expected.");
    }

    private void AddOption(string name, string value)
    {
        if (!this.options.TryGetValue(name, out var values))
        {
            this.options.Add(name, values = []);
        }

        values.Add(value);
    }

    private static (string Name, string? Value) Split(string option) =>
        option.IndexOf('=', StringComparison.Ordinal) is var at and >= 0 ? (option[..at], option[(at + 1)..]) : (option, null);
}

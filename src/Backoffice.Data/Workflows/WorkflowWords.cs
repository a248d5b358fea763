using System.Collections.Frozen;
using System.Globalization;

namespace Backoffice.Data.Workflows;

/// <summary>Sentences that the product itself tells people about workflows, in their language. <c>{0}</c> … are given by who tells.</summary>
internal static class WorkflowWords
{
    private static readonly FrozenDictionary<string, (string English, string Simplified, string Traditional)> Sentences =
        new Dictionary<string, (string, string, string)>(StringComparer.Ordinal)
        {
            ["reminder"] = ("Waits for you: {0}", "待你处理：{0}", "待你處理：{0}"),
            ["late"] = ("Late: {0}", "已逾期：{0}", "已逾期：{0}"),
            ["late-to-you"] = ("{0} is late and was given to you", "{0}已逾期，已转给你", "{0}已逾期，已轉給你"),
            ["passed"] = ("{1} gave you: {0}", "{1} 转交给你：{0}", "{1} 轉交給你：{0}"),
            ["mention"] = ("{0} mentioned you: {1}", "{0} 提到了你：{1}", "{0} 提到了你：{1}"),
            ["urge"] = ("{0} asks you to act", "{0} 催你办理", "{0} 催你辦理"),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    internal static string Find(string name, CultureInfo culture)
    {
        var (english, simplified, traditional) = Sentences[name];
        return culture.Name switch
        {
            "zh-Hans" or "zh-CN" => simplified,
            "zh-Hant" or "zh-TW" or "zh-HK" => traditional,
            _ => english,
        };
    }
}

using System.Globalization;
using Forms.Definitions;
using Forms.Fields;
using Forms.Records;
using Reports.Print;
using Record = Forms.Records.Record;

namespace Reports.Tests.Print;

/// <summary>The contract form of the pack in small, an approved contract, and its signature trail.</summary>
internal static class ContractExample
{
    internal static readonly Guid Customer = Guid.Parse("11111111-0000-0000-0000-000000000001");
    internal static readonly Guid Owner = Guid.Parse("11111111-0000-0000-0000-000000000002");

    internal static FormDefinition Form { get; } = new()
    {
        Key = "contract",
        Label = "Contract",
        Plural = "Contracts",
        Summary = new RecordSummary("subject") { Number = "number" },
        Sections = [],
        List = new ListSettings(["number"]),
        Fields =
        [
            new AutoNumberField { Id = "number", Label = "Number", Pattern = "CT-{yyyy}-{0000}" },
            new TextField { Id = "reference", Label = "Customer's reference" },
            new TextField { Id = "subject", Label = "Subject" },
            new LinkField { Id = "customer", Label = "Customer", Form = "customer" },
            new PersonField { Id = "owner", Label = "Account owner" },
            new ChoiceField { Id = "type", Label = "Type", Choices = [new Choice("service", "Service"), new Choice("sale", "Sale")] },
            new ChoiceField { Id = "currency", Label = "Currency", Choices = [new Choice("CNY", "CNY"), new Choice("EUR", "EUR")] },
            new DateField { Id = "startsOn", Label = "Starts on" },
            new DateField { Id = "endsOn", Label = "Ends on" },
            new ChoiceField { Id = "status", Label = "Status", Choices = [new Choice("draft", "Draft"), new Choice("approved", "Approved")] },
            new ChoiceField { Id = "payment", Label = "Payment", Choices = [new Choice("net30", "30 days net"), new Choice("advance", "In advance")] },
            new TableField { Id = "lines", Label = "Lines", Columns = Columns },
            new MoneyField { Id = "total", Label = "Total", CurrencyField = "currency" },
            new PercentField { Id = "largestDiscount", Label = "Largest discount" },
            new LongTextField { Id = "note", Label = "Note" },
            new FileField { Id = "files", Label = "Files" },
        ],
    };

    internal static LabelCatalog Labels { get; } = new(new Dictionary<string, IReadOnlyDictionary<string, string>>
    {
        ["zh-Hans"] = Under("编号 客户参考号 主题 客户 客户经理 类型 币种 开始日期 结束日期 状态 付款方式 明细 合计 最大折扣 备注 附件", "产品 数量 标价 折扣 金额", "服务 已批准 月结30天"),
        ["zh-Hant"] = Under("編號 客戶參考號 主旨 客戶 客戶經理 類型 幣別 開始日期 結束日期 狀態 付款方式 明細 合計 最大折扣 備註 附件", "產品 數量 定價 折扣 金額", "服務 已核准 月結30天"),
    });

    internal static CultureInfo English { get; } = CultureInfo.GetCultureInfo("en");

    internal static CultureInfo Simplified { get; } = CultureInfo.GetCultureInfo("zh-Hans");

    internal static CultureInfo Traditional { get; } = CultureInfo.GetCultureInfo("zh-Hant");

    private static IReadOnlyList<FieldDefinition> Columns =>
    [
        new LinkField { Id = "product", Label = "Item", Form = "product" },
        new NumberField { Id = "quantity", Label = "Quantity" },
        new MoneyField { Id = "listPrice", Label = "List price", CurrencyField = "currency" },
        new PercentField { Id = "discount", Label = "Discount" },
        new MoneyField { Id = "amount", Label = "Amount", CurrencyField = "currency" },
    ];

    /// <summary>An approved contract with so many lines.</summary>
    internal static PrintModel Model(int lines = 3, string customer = "Ningbo Harbour Foods Co., Ltd. 宁波港湾食品有限公司", Func<int, string>? item = null)
    {
        item ??= index => $"Cold room compressor CR-{index:000} 冷库压缩机";
        var titles = new Dictionary<Guid, string> { [Customer] = customer, [Owner] = "Gao Min 高敏" };
        var rows = new List<RecordRow>();
        var total = 0m;
        for (var index = 1; index <= lines; index++)
        {
            var product = Guid.CreateVersion7();
            titles[product] = item(index);
            var quantity = (index % 7) + 1m;
            var price = 1_284m + (index * 37.5m);
            var discount = index % 3 * 0.05m;
            var amount = decimal.Round(quantity * price * (1 - discount), 2);
            total += amount;
            rows.Add(Row(product, quantity, price, discount, amount));
        }

        return new PrintModel
        {
            Form = Form,
            Labels = Labels,
            TitleOf = id => titles.GetValueOrDefault(id),
            Company = "Tidewell Equipment",
            PrintedAt = new DateTimeOffset(2026, 11, 22, 9, 30, 0, TimeSpan.FromHours(8)),
            PrintedBy = "Lin Yue 林悦",
            Trail = Trail,
            Record = new Record
            {
                Form = "contract",
                Id = Guid.Parse("22222222-0000-0000-0000-000000000001"),
                Values = new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["number"] = "CT-2026-0438",
                    ["reference"] = "PO 4500118843",
                    ["subject"] = "Service contract cold rooms, 36 months",
                    ["customer"] = Customer,
                    ["owner"] = Owner,
                    ["type"] = "service",
                    ["currency"] = "CNY",
                    ["startsOn"] = new DateOnly(2027, 1, 1),
                    ["endsOn"] = new DateOnly(2029, 12, 31),
                    ["status"] = "approved",
                    ["payment"] = "net30",
                    ["lines"] = rows,
                    ["total"] = total,
                    ["largestDiscount"] = 0.10m,
                    ["note"] = "Response within four hours on working days.\n含年度预防性维护两次。",
                },
            },
        };
    }

    private static IReadOnlyList<PrintSignature> Trail =>
    [
        new("Gao Min 高敏", string.Empty, "submitted", At(16, 9, 12)),
        new("Shen Wei 沈伟", "Sales manager", "returned", At(16, 14, 40), "Please state the response time in the note."),
        new("Gao Min 高敏", string.Empty, "resubmitted", At(17, 8, 55), "Done, see the note."),
        new("Shen Wei 沈伟", "Sales manager", "approved", At(17, 10, 3)),
        new("Tang Li 唐丽", "Finance", "approved", At(18, 16, 20), "折扣在授权范围内，同意。", "Zhou Qiang 周强"),
        new("Lin Yue 林悦", "General manager", "approved", At(19, 11, 47)),
    ];

    private static DateTimeOffset At(int day, int hour, int minute) => new(2026, 11, day, hour, minute, 0, TimeSpan.FromHours(8));

    private static RecordRow Row(Guid product, decimal quantity, decimal price, decimal discount, decimal amount) => new()
    {
        Id = Guid.CreateVersion7(),
        Values = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["product"] = product,
            ["quantity"] = quantity,
            ["listPrice"] = price,
            ["discount"] = discount == 0 ? null : discount,
            ["amount"] = amount,
        },
    };

    private static Dictionary<string, string> Under(string fields, string columns, string choices)
    {
        const string Path = "forms/contract/fields/";
        var labels = Form.Fields.Zip(fields.Split(' ')).ToDictionary(pair => Path + pair.First.Name, pair => pair.Second);
        foreach (var (column, label) in Columns.Zip(columns.Split(' ')))
        {
            labels[$"{Path}lines/{column.Name}"] = label;
        }

        foreach (var (choice, label) in ((string[])["type/service", "status/approved", "payment/net30"]).Zip(choices.Split(' ')))
        {
            labels[Path + choice] = label;
        }

        return labels;
    }
}

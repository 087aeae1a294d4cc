using Foster.Web.Features.Cases;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Operate.Admin;

/// <summary>The filters of the audit page as they stand in its address, so that a view can be kept as a bookmark.</summary>
public sealed class AuditQuery
{
    public const string Path = "/admin/audit";

    private static readonly TextField Reference = new("case")
    {
        Label = "Case reference",
        Optional = true,
        Spellcheck = false,
        Max = 20,
        Width = "govuk-input--width-10",
    };

    private static readonly TextField Person = new("person")
    {
        Label = "Person",
        Hint = "Whose data it was. Part of the name is enough.",
        Optional = true,
        Spellcheck = false,
        Max = 100,
        Width = "govuk-input--width-20",
    };

    private static readonly ChoiceField<AccessAct> Act = new(
        "act",
        new Option<AccessAct>(AccessAct.View, "Seen"),
        new Option<AccessAct>(AccessAct.Change, "Changed"),
        new Option<AccessAct>(AccessAct.Export, "Exported"),
        new Option<AccessAct>(AccessAct.Refusal, "Refused"),
        new Option<AccessAct>(AccessAct.Search, "Searched")
    )
    {
        Label = "What was done",
        Optional = true,
        AsSelect = true,
    };

    private static readonly ChoiceField<AccessKind> Kind = new(
        "kind",
        new Option<AccessKind>(AccessKind.Criminal, "Criminal records"),
        new Option<AccessKind>(AccessKind.Health, "Health and other special categories"),
        new Option<AccessKind>(AccessKind.Confidential, "Confidential"),
        new Option<AccessKind>(AccessKind.Restricted, "Restricted cases"),
        new Option<AccessKind>(AccessKind.Bank, "Bank details"),
        new Option<AccessKind>(AccessKind.People, "People by name")
    )
    {
        Label = "Which data",
        Optional = true,
        AsSelect = true,
    };

    private static readonly DateField From = new("from") { Label = "From", Optional = true };
    private static readonly DateField To = new("to") { Label = "To", Optional = true };

    private readonly ChoiceField<Guid> account;

    public AuditQuery(
        IQueryCollection query,
        IReadOnlyList<(Guid Id, string Name)> accounts,
        DateOnly today
    )
    {
        account = new ChoiceField<Guid>(
            "account",
            [.. accounts.Select(a => new Option<Guid>(a.Id, a.Name))]
        )
        {
            Label = "By whom",
            Optional = true,
            AsSelect = true,
        };
        Form = new Form(Person, Reference, account, Act, Kind, From, To) { Narrows = true };
        foreach (var name in Form.Fields.SelectMany(f => f.InputNames))
            Form.Answers.Set(name, query[name].FirstOrDefault() ?? "");
        Form.Check(today);
    }

    public Form Form { get; }

    public AuditFilter Filter =>
        new()
        {
            Person = Form.Get(Person),
            Reference = Form.Get(Reference),
            AccountId = Form.Get(account),
            Act = Form.Get(Act),
            Kind = Form.Get(Kind),
            From = Form.Get(From),
            To = Form.Get(To),
        };

    /// <summary>This view under another address or further on.</summary>
    public string Address(string path = Path, string? after = null) =>
        CaseLinks.With(
            path,
            [
                .. Form
                    .Fields.SelectMany(f => f.InputNames)
                    .Select(n => (n, (string?)Form.Answers[n])),
                ("after", after),
            ]
        );
}

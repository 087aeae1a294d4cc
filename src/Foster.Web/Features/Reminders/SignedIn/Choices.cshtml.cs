using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Reminders.SignedIn;

/// <summary>Why somebody gets reminders, and which of them they can do without.</summary>
public sealed class ChoicesModel(ReminderReads reads, ChooseReminders choose) : FormPage
{
    private MultiChoiceField<string> wanted = new("wanted");

    private static readonly TickField AlsoText = new("texts")
    {
        Label = "Also text me",
        Hint =
            "A short text beside some of the emails, between 8 in the morning and 8 in the evening. It says no more than the email.",
        Optional = true,
    };

    /// <summary>What there is to choose about text messages; null for nothing.</summary>
    public TextWish? Texts { get; private set; }

    public IReadOnlyList<ReminderRule> Always { get; private set; } = [];
    private bool HasRules { get; set; }
    public bool HasChoice => HasRules || Texts is not null;
    public bool Any => HasChoice || Always.Count > 0;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return await SendAsync(
            stop =>
                choose.RunAsync(
                    new(
                        HasRules ? Form.Get(wanted) ?? [] : [],
                        Texts is null ? null : Form.Get(AlsoText, false)
                    ),
                    Actor,
                    stop
                ),
            ReminderLinks.Choices,
            "Your choice is saved.",
            ct
        );
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var mine = await reads.MineAsync(Actor, ct);
        Always = [.. mine.Where(m => m.Rule.IsStatutory).Select(m => m.Rule)];
        var optional = mine.Where(m => !m.Rule.IsStatutory).ToList();
        HasRules = optional.Count > 0;
        Texts = await reads.TextsAsync(Actor, ct);
        wanted = new("wanted")
        {
            Label = "Which of these do you want to get?",
            Hint =
                "They are our own policy. They come between 8 in the morning and 8 in the evening.",
            Optional = true,
            Options =
            [
                .. optional.Select(m => new Option<string>(m.Rule.Id, m.Rule.About)
                {
                    Hint = m.Rule.Id,
                }),
            ],
        };
        List<Field> fields = HasRules ? [wanted] : [];
        if (Texts is not null)
            fields.Add(AlsoText);
        Form = new([.. fields]);
        if (HasRules)
            Form.Fill(wanted, [.. optional.Where(m => !m.Declined).Select(m => m.Rule.Id)]);
        if (Texts is { } texts)
            Form.Fill(AlsoText, (bool?)texts.Wants);
    }
}

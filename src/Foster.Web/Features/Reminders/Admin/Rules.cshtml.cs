using Foster.Web.Foundation.Catalogues;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Reminders.Admin;

/// <summary>Which reminders go out, when and to whom, and those that reached nobody.</summary>
public sealed class RulesModel(ReminderRules rules, ReminderReads reads) : PageModel
{
    public IReadOnlyList<ReminderRule> All => rules.All;
    public IReadOnlyList<UntoldLine> Untold { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Untold = await reads.UntoldAsync(ct);
}

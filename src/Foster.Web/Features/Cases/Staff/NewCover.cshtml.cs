using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Cases.Staff;

/// <summary>Plans a cover: the team manager for anybody, workers for themselves.</summary>
[ForRoles(Role.TeamManager, Role.RecruitmentOfficer, Role.Assessor, Role.SupervisingSocialWorker)]
public sealed class NewCoverModel(StaffListReads staff, PlanCover plan) : FormPage
{
    private ChoiceField<string> away = new("away");
    private ChoiceField<Guid> cover = new("cover");

    private static readonly DateField From = new("from")
    {
        Label = "First day away",
        MissingMessage = "Enter the first day away",
        Earliest = today => today,
        EarliestMessage = "The first day must be today or later",
    };

    private static readonly DateField Until = new("until")
    {
        Label = "Last day away",
        Hint = "The cases go back on the day after it.",
        MissingMessage = "Enter the last day away",
        Earliest = today => today,
        EarliestMessage = "The last day must be today or later",
    };

    /// <summary>True where the cover is for the reader's own cases.</summary>
    public bool Own { get; private set; }

    /// <summary>False where nobody else works in the role.</summary>
    public bool Possible { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Form.Suggest(From, Today);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return await SendAsync(
            token =>
            {
                var (who, role) = AwayOf(Own ? null : Form.Must(away));
                return plan.RunAsync(
                    new(who, Form.Must(cover), role, Form.Must(From), Form.Must(Until)),
                    Actor,
                    token
                );
            },
            CaseLinks.Covers,
            "The cover is planned. Where its first day has come, the cases go over within 10 minutes.",
            ct
        );
    }

    private (Guid Who, Role Role) AwayOf(string? chosen) =>
        chosen?.Split('.') is [var role, var id]
            ? (Guid.Parse(id), Enum.Parse<Role>(role))
            : (Actor.AccountId, Actor.Role);

    private async Task LoadAsync(CancellationToken ct)
    {
        Own = !Actor.Is(Role.TeamManager);
        var all = await staff.AllAsync(Actor.CouncilId, ct);
        var holding = all.Where(s => s.Roles.Any(PlanCover.Holding.Contains)).ToList();
        away = new(
            "away",
            [
                .. holding.SelectMany(s =>
                    s.Roles.Where(PlanCover.Holding.Contains)
                        .Select(r => new Option<string>(
                            $"{r}.{s.AccountId}",
                            $"{s.Name}, {r.Title().ToLowerInvariant()}"
                        ))
                ),
            ]
        )
        {
            Label = "Who is away?",
            MissingMessage = "Select who is away",
            AsSelect = true,
        };
        var colleagues = holding
            .Where(s => !Own || (s.AccountId != Actor.AccountId && s.Roles.Contains(Actor.Role)))
            .ToList();
        Possible = colleagues.Count > (Own ? 0 : 1);
        cover = new("cover", [.. colleagues.Select(s => new Option<Guid>(s.AccountId, Named(s)))])
        {
            Label = "Who has the cases meanwhile?",
            Hint = "Somebody who works in the same role.",
            MissingMessage = "Select who has the cases meanwhile",
            AsSelect = true,
        };
        Form = Own ? new Form(cover, From, Until) : new Form(away, cover, From, Until);
    }

    private static string Named(StaffMember member) =>
        $"{member.Name}, {string.Join(", ", member.Roles.Where(PlanCover.Holding.Contains).Select(r => r.Title().ToLowerInvariant()))}";
}

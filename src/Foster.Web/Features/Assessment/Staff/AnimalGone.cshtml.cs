using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Assessment.Staff;

/// <summary>An animal is not at home any more, or was named by mistake (R-ELIG-07).</summary>
[ForRoles(Role.Assessor, Role.TeamManager)]
public sealed class AnimalGoneModel : CheckActPage
{
    private static readonly DateField Since = Day(
        "Since when is it not at home?",
        "The day since which it is not at home",
        "since"
    );
    private static readonly TextField Reason = Reasons(
        "Why is it not at home?",
        "For example where it went, or that it was named by mistake. At least 20 characters."
    );
    private readonly LeaveOutAnimal leave;

    public AnimalGoneModel(AssessmentHeaderReads headers, CheckReads checks, LeaveOutAnimal leave)
        : base(headers, checks)
    {
        this.leave = leave;
        Form = new Form(Since, Reason);
    }

    public override string Heading => "This animal is not at home any more";

    public override string Button => "Leave out its assessment";

    public override IReadOnlyList<string> Explains =>
        [
            "Its pet assessment is cancelled and not waited for any more. It stays in the list with your reason. If the animal comes back, add it again.",
        ];

    public async Task<IActionResult> OnGetAsync(Guid caseId, Guid checkId, CancellationToken ct) =>
        await OpenAsync(caseId, checkId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid caseId, Guid checkId, CancellationToken ct) =>
        await OpenAsync(caseId, checkId, ct)
            ? await SendAsync(
                token =>
                    leave.RunAsync(new(checkId, Form.Must(Since), Form.Must(Reason)), Actor, token),
                Back,
                "Its assessment is left out.",
                ct
            )
            : NotFound();

    private async Task<bool> OpenAsync(Guid caseId, Guid checkId, CancellationToken ct) =>
        await FindAsync(caseId, checkId, ct) && Check.Animal is not null;
}

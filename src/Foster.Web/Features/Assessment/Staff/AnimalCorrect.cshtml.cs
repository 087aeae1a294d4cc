using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Assessment.Staff;

/// <summary>What is written of an animal is put right (R-ELIG-07).</summary>
[ForRoles(Role.Assessor, Role.TeamManager)]
public sealed class AnimalCorrectModel : CheckActPage
{
    private readonly CorrectAnimal correct;

    public AnimalCorrectModel(
        AssessmentHeaderReads headers,
        CheckReads checks,
        CorrectAnimal correct
    )
        : base(headers, checks)
    {
        this.correct = correct;
        Form = AnimalFields.NewForm();
    }

    public override string Heading => "Correct what is written of this animal";

    public override string Button => "Save";

    public override IReadOnlyList<string> Explains =>
        [
            "The application stays as it was sent. This is what the assessment goes by. For another animal, add that one instead.",
        ];

    public async Task<IActionResult> OnGetAsync(Guid caseId, Guid checkId, CancellationToken ct)
    {
        if (!await OpenAsync(caseId, checkId, ct))
            return NotFound();
        AnimalFields.Suggest(Form, Check.Animal!.Described);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid caseId, Guid checkId, CancellationToken ct) =>
        await OpenAsync(caseId, checkId, ct)
            ? await SendAsync(
                token => correct.RunAsync(new(checkId, AnimalFields.Of(Form)), Actor, token),
                Back,
                "What is written of this animal was saved.",
                ct
            )
            : NotFound();

    private async Task<bool> OpenAsync(Guid caseId, Guid checkId, CancellationToken ct) =>
        await FindAsync(caseId, checkId, ct) && Check.Animal is not null;
}

using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Assessment.Staff;

/// <summary>An animal that the applicants did not name, or that came later (R-ELIG-07).</summary>
[ForRoles(Role.Assessor, Role.TeamManager)]
public sealed class AnimalAddModel : ActPage
{
    private readonly AddAnimal add;

    public AnimalAddModel(AssessmentHeaderReads headers, AddAnimal add)
        : base(headers)
    {
        this.add = add;
        Form = AnimalFields.NewForm();
    }

    public override string Heading => "Add an animal";

    public override string Button => "Add this animal";

    public override string Back => base.Back + "#checks";

    public override IReadOnlyList<string> Explains =>
        [
            "Add each animal at the home that the applicants did not name, or that came later. Its pet assessment (CHK-19) is added to the checks, and the applicants see it with theirs.",
        ];

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct) =>
        await FindAsync(caseId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        await FindAsync(caseId, ct)
            ? await SendAsync(
                token => add.RunAsync(new(caseId, AnimalFields.Of(Form)), Actor, token),
                Back,
                "The animal was added, and its assessment with it.",
                ct
            )
            : NotFound();
}

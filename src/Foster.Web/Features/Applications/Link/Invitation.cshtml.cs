using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications.Link;

/// <summary>Whoever holds an invitation makes their account here. Nothing is asked that only they could know (R-DP-18).</summary>
public sealed class InvitationModel : FormPage
{
    private static readonly TextField SignInName = new("sign-in-name")
    {
        Label = "Sign-in name",
        Hint = "Your email address will do, unless your partner signs in with it",
        MissingMessage = "Enter a sign-in name",
        Autocomplete = "username",
        Spellcheck = false,
        Max = 256,
        Min = 3,
    };

    private static readonly PasswordField Password = new("password")
    {
        Label = "Password",
        Hint =
            "12 characters or more. Three words that only you would put together are easy to remember and hard to guess. You can paste it.",
        MissingMessage = "Enter a password",
        Autocomplete = "new-password",
    };

    private readonly FosterDb db;
    private readonly Links links;
    private readonly ActorSource actors;
    private readonly CaseReads cases;
    private readonly AcceptInvitation accept;
    private readonly RenewInvitation renew;
    private readonly SignIns signIns;
    private Actor holder = null!;
    private LinkToken link = null!;
    private CasePerson? person;

    public InvitationModel(
        FosterDb db,
        Links links,
        ActorSource actors,
        CaseReads cases,
        AcceptInvitation accept,
        RenewInvitation renew,
        SignIns signIns
    )
    {
        (this.db, this.links, this.actors, this.cases) = (db, links, actors, cases);
        (this.accept, this.renew, this.signIns) = (accept, renew, signIns);
        Form = new Form(SignInName, Password);
    }

    public bool Live { get; private set; }

    public string TeamName { get; private set; } = "";

    public string Telephone { get; private set; } = "";

    public string Reference { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        if (!await FindAsync(token, ct))
            return NotFound();
        Form.Fill(SignInName, person?.Email);
        return Shown();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct)
    {
        if (!await FindAsync(token, ct))
            return NotFound();
        if (!Live)
            return Shown();
        return await SendAsync(
            async stop =>
            {
                var name = Form.Must(SignInName);
                var password = Form.Must(Password);
                var made = await accept.RunAsync(new(token, name, password), holder, stop);
                if (!made.Ok)
                    return Result<Sent>.Refused(made.Refusals);
                await signIns.AsNewAsync(name, stop);
                return new Sent(
                    "/apply",
                    "Your account is ready. Fill in the sections in any order."
                );
            },
            ct
        );
    }

    public async Task<IActionResult> OnPostRenewAsync(string token, CancellationToken ct)
    {
        if (!await FindAsync(token, ct))
            return NotFound();
        Form = new Form();
        return await SendAsync(
            stop => renew.RunAsync(new(link), holder, stop),
            Request.Path,
            "If we hold an email address for you and you can still apply, a message is on its way. Look in your spam folder too.",
            ct
        );
    }

    private async Task<bool> FindAsync(string token, CancellationToken ct)
    {
        if (await links.FindAsync(token, LinkPurpose.Invitation, ct) is not { } found)
            return false;
        link = found;
        holder = actors.Holder(link.CouncilId, link.CaseId, "Applicant", link.PersonId);
        person = (await cases.ApplicantsAsync(link.CaseId, ct)).FirstOrDefault(p =>
            p.PersonId == link.PersonId
        );
        if (person is not null)
            holder = holder with { Name = person.FullName };
        var council = await db.Set<Council>()
            .Where(c => c.Id == link.CouncilId)
            .Select(c => new { c.TeamName, c.Telephone })
            .SingleAsync(ct);
        (TeamName, Telephone) = (council.TeamName, council.Telephone);
        Reference = (await cases.FindAsync(link.CaseId, ct))?.Reference ?? "";
        var open = await db.Set<Application>()
            .AnyAsync(a => a.Id == link.SubjectId && a.State == ApplicationState.Draft, ct);
        Live = links.IsLive(link) && person is not null && open;
        return true;
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Shown()
    {
        if (!Live)
            Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}

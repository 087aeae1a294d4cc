using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Applications.Staff;

/// <summary>A worker asks a referee for a reference (CHK-13).</summary>
[ForRoles(Role.Assessor, Role.TeamManager)]
public sealed class RefereeAskModel(ApplyReads reads, RefereeReads referees, AskReferee ask)
    : RefereeActPage(reads)
{
    private static readonly DateField On = new("on")
    {
        Label = "When were they asked?",
        Called = "The day they were asked",
    };

    private static readonly DateField Consent = new("consent")
    {
        Label = "When did you see the signed consent?",
        Called = "The day you saw the consent",
        Hint = "Only where the application holds none.",
        Optional = true,
    };

    private ChoiceField<RefereeRoute> route = null!;

    public bool Consented { get; private set; }

    protected override RefereeVerb Verb => RefereeVerb.Ask;

    public async Task<IActionResult> OnGetAsync(Guid caseId, Guid refereeId, CancellationToken ct)
    {
        if (!await OpenAsync(caseId, refereeId, ct))
            return NotFound();
        Form.Suggest(On, Today);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid caseId, Guid refereeId, CancellationToken ct)
    {
        if (!await OpenAsync(caseId, refereeId, ct))
            return NotFound();
        return await SendAsync(
            async token =>
            {
                var by = Form.Must(route);
                var asked = await ask.RunAsync(
                    new(refereeId, by, Form.Must(On), Consented ? null : Form.Get(Consent)),
                    Actor,
                    token
                );
                return asked.Ok
                    ? new Sent(
                        by == RefereeRoute.Letter ? $"{Back}/{refereeId}/letter" : Back,
                        "The referee is asked."
                    )
                    : Result<Sent>.Refused(asked.Refusals);
            },
            ct
        );
    }

    private async Task<bool> OpenAsync(Guid caseId, Guid refereeId, CancellationToken ct)
    {
        if (!await FindAsync(caseId, refereeId, ct))
            return false;
        Consented = await referees.ConsentedAsync(caseId, Referee.PersonId, ct);
        List<Option<RefereeRoute>> routes =
        [
            new(RefereeRoute.Letter, "By letter", "You print it next, with a link for this person"),
            new(RefereeRoute.Telephone, "By telephone", "Recorded only; nothing is sent"),
        ];
        if (Referee.Email is { } email)
            routes.Insert(0, new(RefereeRoute.Email, "By e-mail", $"A link goes to {email}"));
        route = new("route", routes)
        {
            Label = "How are they asked?",
            MissingMessage = "Select how they are asked",
        };
        Form = Consented ? new Form(route, On) : new Form(route, On, Consent);
        return true;
    }
}

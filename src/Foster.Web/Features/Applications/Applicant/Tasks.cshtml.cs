using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Applications.Applicant;

/// <summary>The task list: what is done, what is to do, and where the partner has got to.</summary>
public sealed class TasksModel(
    ApplyReads reads,
    CouncilDirectory councils,
    ActorSource actors,
    OwnWork work
) : PageModel
{
    public sealed record Line(ApplySection Section, string Status, string? Hint);

    public ApplyFacts? Facts { get; private set; }

    /// <summary>What waits for the applicant, and what they wait for.</summary>
    public OwnWorkView Waiting { get; private set; } = null!;

    /// <summary>Whom to call.</summary>
    public Council? Team { get; private set; }

    public IReadOnlyList<Line> Own { get; private set; } = [];

    public IEnumerable<Line> Shared => Own.Where(l => l.Section.Owner == SectionOwner.Household);

    public IReadOnlyList<Line> Sole =>
        [.. Own.Where(l => l.Section.Owner == SectionOwner.EachApplicant)];

    public int Done => Own.Count(l => l.Status == "Completed");

    public bool Open { get; private set; }

    public bool IsMain { get; private set; }

    public string? PartnerName { get; private set; }

    public string? PartnerStatus { get; private set; }

    public bool CanSend { get; private set; }

    public string SendStatus { get; private set; } = "";

    /// <summary>Where the application stands, once the part was sent.</summary>
    public string Standing { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken ct)
    {
        Facts = await reads.OwnAsync(actors.Required, ct);
        if (Facts?.Find(actors.Required.PersonId) is not { } who)
        {
            Facts = null;
            return;
        }
        var application = Facts.Application;
        Waiting = await work.OfAsync(actors.Required, ct);
        Team = await councils.OfAsync(actors.Required, ct);
        Own =
        [
            .. ApplySections
                .For(Facts, who)
                .Select(s => new Line(s, s.Status(Facts, who), s.Hint(Facts, who))),
        ];
        IsMain = who == Facts.Main;
        Open = application.State == ApplicationState.Draft && !who.Part.IsSent;
        CanSend = Open && Done == Own.Count;
        SendStatus =
            who.Part.IsSent ? "Completed"
            : CanSend ? "Not yet started"
            : "Cannot start yet";
        if (Facts.PartnerOf(who) is { } partner)
        {
            PartnerName = partner.Person.GivenName;
            PartnerStatus = PartnerModel.StatusOf(partner);
        }
        Standing = application switch
        {
            { ReceivedOn: { } on } =>
                $"We received your whole application on {BritishDate.Long(on)}. It is now {ApplicationMachine.Words(application.State)}.",
            { IsOpen: false } =>
                $"This application is {ApplicationMachine.Words(application.State)}.",
            _ => $"You have sent your part. We are waiting for {PartnerName} to send theirs.",
        };
    }
}

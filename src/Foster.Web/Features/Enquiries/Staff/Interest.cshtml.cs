using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>Records an expression of interest on the enquirer's behalf.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class InterestModel(EnquiryReads reads, SubmitInterest submit, CouncilChoice councils)
    : EnquiryFormPage(reads)
{
    private static readonly DateField On = new("on")
    {
        Label = "When did they tell you?",
        Called = "The date",
    };
    private static readonly TextField Motivation = Long(
        "motivation",
        "Why do they want to foster?"
    );
    private static readonly TextField Experience = Long(
        "experience",
        "What experience with children do they have?"
    );
    private static readonly TextField WorkAndTime = Long(
        "work",
        "What work do they do, and what time do they have?"
    );
    private static readonly TextField Dwelling = Long(
        "home",
        "What is their home like, and do they own or rent it?",
        true
    );
    private static readonly TextField Pets = Long("pets", "Which pets do they have?", true);
    private static readonly YesNoField Smokes = new("smokes")
    {
        Label = "Does anybody at home smoke or vape?",
        Optional = true,
    };
    private static readonly YesNoField Drives = new("drives")
    {
        Label = "Do they drive?",
        Optional = true,
    };
    private static readonly TextField Children = Long(
        "children-elsewhere",
        "Do they have children who live elsewhere?",
        true
    );
    private static readonly TextField Earlier = Long(
        "earlier",
        "Have they applied to foster, adopt or childmind before?",
        true
    );

    private static readonly YesNoField Connected = new("connected")
    {
        Label = "Is anybody in the household connected with staff, a councillor or a panel member?",
        Hint =
            "You must ask this (R-ENQ-13). If yes, only the intake officers can open the enquiry afterwards.",
        MissingMessage = "Select yes if there is a connection",
    };

    private static readonly TextField WithWhom = new("with-whom")
    {
        Label = "With whom?",
        Optional = true,
        Max = 500,
    };

    private static readonly TickField Privacy = new("privacy")
    {
        Label = "They read or heard the privacy notice",
        MustBeTicked = "Confirm that they read or heard the privacy notice",
    };

    protected override EnquiryVerb Verb => EnquiryVerb.ExpressInterest;

    protected override Form Make() =>
        new(
            On,
            Motivation,
            Experience,
            WorkAndTime,
            Dwelling,
            Pets,
            Smokes,
            Drives,
            Children,
            Earlier,
            Connected,
            WithWhom,
            Privacy
        );

    public Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct) =>
        ShowAsync(caseId, ct, () => SuggestDay(On));

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct)
    {
        if (!await LoadAsync(caseId, ct))
            return NotFound();
        return await SendAsync(
            async token =>
            {
                var input = await InputAsync(caseId, token);
                var result = await submit.RunAsync(input, Actor, token);
                var closes = input.Connected is true && !View.Restricted;
                return result.Ok
                    ? new Sent(
                        closes ? "/staff/enquiries" : Home,
                        closes
                            ? $"The interest is recorded. {View.Reference} is now restricted: only the intake officers can open it."
                            : "The expression of interest is recorded."
                    )
                    : Result<Sent>.Refused(result.Refusals);
            },
            ct
        );
    }

    private async Task<SubmitInterestInput> InputAsync(Guid caseId, CancellationToken ct)
    {
        var council = (await councils.AllAsync(ct)).Single(c => c.Id == Actor.CouncilId);
        return new(
            caseId,
            Form.Must(On),
            new(
                Form.Must(Motivation),
                Form.Must(Experience),
                Form.Must(WorkAndTime),
                Form.Get(Dwelling),
                Form.Get(Pets),
                Form.Get(Smokes),
                Form.Get(Drives),
                Form.Get(Children),
                Form.Get(Earlier)
            ),
            council.PrivacyNoticeVersion,
            Form.Must(Connected),
            Form.Get(WithWhom)
        );
    }

    private static TextField Long(string name, string label, bool optional = false) =>
        new(name)
        {
            Label = label,
            Optional = optional,
            Rows = 3,
            Max = 4000,
            MissingMessage = "Enter what they said",
        };
}

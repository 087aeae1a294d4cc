using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Actors;
using Xunit;
using static Foster.Web.Features.Enquiries.EnquiryState;
using Verb = Foster.Web.Features.Enquiries.EnquiryVerb;

namespace Foster.Tests.Enquiries;

/// <summary>The table of §10.1, T-ENQ-01…08 and 10, written down here from the rules and not from the code.</summary>
public class EnquiryMachineTests
{
    private static readonly EnquiryState[] Open =
    [
        Received,
        Contacted,
        InfoSent,
        EoiReceived,
        VisitScheduled,
        VisitCompleted,
    ];

    private static readonly Role[] Closers =
    [
        Role.RecruitmentOfficer,
        Role.HubWorker,
        Role.TeamManager,
    ];

    private static readonly Role[] Enquirer = [Role.LinkHolder, Role.ProspectiveCarer];

    /// <summary>Rule, act, where it may happen, where it leads (null: stays), and who may do it.</summary>
    private static readonly (
        string Rule,
        EnquiryVerb Verb,
        EnquiryState[] From,
        EnquiryState? To,
        Role[] By
    )[] Rules =
    [
        ("T-ENQ-01", Verb.LogContact, [Received], Contacted, Closers),
        ("T-ENQ-01", Verb.LogContact, [.. Open.Skip(1)], null, Closers),
        ("T-ENQ-01", Verb.LogAttempt, Open, null, Closers),
        ("T-ENQ-02", Verb.SendPack, [Contacted], InfoSent, Closers),
        ("T-ENQ-03", Verb.ExpressInterest, [InfoSent], EoiReceived, [.. Enquirer, .. Closers]),
        ("R-ENQ-10", Verb.LookUp, Open, null, Closers),
        ("R-ENQ-10", Verb.RecordConcern, Open, null, [.. Closers, Role.Assessor]),
        ("R-ENQ-10", Verb.ClearConcern, [.. Open, Withdrawn], null, [Role.TeamManager]),
        ("R-ENQ-01", Verb.NameOfficer, Open, null, [Role.RecruitmentOfficer, Role.TeamManager]),
        (
            "R-ENQ-05",
            Verb.NameAssessor,
            [EoiReceived, VisitScheduled],
            null,
            [Role.RecruitmentOfficer, Role.TeamManager]
        ),
        (
            "T-ENQ-04",
            Verb.ScheduleVisit,
            [EoiReceived],
            VisitScheduled,
            [Role.RecruitmentOfficer, Role.Assessor]
        ),
        (
            "T-ENQ-04",
            Verb.ScheduleVisit,
            [VisitScheduled],
            null,
            [Role.RecruitmentOfficer, Role.Assessor]
        ),
        // The team manager for a day that lies long back (§10.5, R-VAL-04).
        (
            "T-ENQ-05",
            Verb.RecordVisit,
            [VisitScheduled],
            VisitCompleted,
            [Role.Assessor, Role.TeamManager]
        ),
        ("R-VAL-01", Verb.AddToHousehold, Open, null, [.. Closers, Role.Assessor]),
        ("R-ENQ-06", Verb.ChangeApplicants, Open, null, [.. Closers, Role.Assessor]),
        (
            "T-ENQ-06",
            Verb.Invite,
            [VisitCompleted],
            EnquiryState.InvitedToApply,
            [Role.TeamManager]
        ),
        ("T-ENQ-07", Verb.Decline, Open, Declined, [Role.TeamManager]),
        ("T-ENQ-07", Verb.CloseNoContact, Open, NoContact, Closers),
        ("T-ENQ-07", Verb.CloseDuplicate, Open, Duplicate, Closers),
        ("T-ENQ-07", Verb.RerouteConnected, Open, ReroutedConnected, Closers),
        (
            "R-ENQ-11",
            Verb.RerouteConnected,
            [Received],
            ReroutedConnected,
            [Role.Anyone, Role.System]
        ),
        ("R-ENQ-11", Verb.TakeBack, [ReroutedConnected], Received, [Role.TeamManager]),
        ("T-ENQ-07", Verb.RedirectPrivateFostering, Open, RedirectedPrivateFostering, Closers),
        ("T-ENQ-10", Verb.Withdraw, Open, Withdrawn, Enquirer),
        ("T-ENQ-07", Verb.Withdraw, Open, Withdrawn, Closers),
        ("T-ENQ-08", Verb.Reopen, [NoContact, Withdrawn], Contacted, [Role.RecruitmentOfficer]),
        // Back to where it stood, which the merge remembers.
        ("R-ENQ-14", Verb.UndoMerge, [Duplicate], null, Closers),
    ];

    [Fact]
    public void Every_act_in_every_state_by_every_role()
    {
        var wrong = new List<string>();
        foreach (var state in Enum.GetValues<EnquiryState>())
        foreach (var verb in Enum.GetValues<EnquiryVerb>())
        foreach (var role in Enum.GetValues<Role>())
        {
            var expected = Rules.Where(r =>
                r.Verb == verb && r.From.Contains(state) && r.By.Contains(role)
            );
            var against = EnquiryMachine.Table.Against(state, verb, role);
            var cell = $"{state} {verb} {role}";
            if (expected.Any() != (against.Count == 0))
                wrong.Add($"{cell}: {string.Join(" ", against.Select(r => r.Reason))}");
            if (against.Any(r => r.Reason.Length < 20 || r.RuleId is null))
                wrong.Add($"{cell}: a refusal without words or rule");
            if (expected.Any())
            {
                var row = EnquiryMachine.Table.Row(state, verb, role);
                var rule = expected.Single();
                if (row.To != rule.To || row.RuleId != rule.Rule)
                    wrong.Add($"{cell}: {row.RuleId} leads to {row.To}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void T_ENQ_10_the_enquirer_may_withdraw_while_it_is_open_and_never_afterwards() =>
        Assert.Equal(
            Open,
            Enum.GetValues<EnquiryState>()
                .Where(s =>
                    EnquiryMachine.Table.Against(s, Verb.Withdraw, Role.LinkHolder).Count == 0
                )
        );

    [Fact]
    public void A_refusal_says_both_what_stands_in_the_way_and_whose_act_it_is()
    {
        var against = EnquiryMachine.Table.Against(Received, Verb.Invite, Role.RecruitmentOfficer);

        Assert.Equal(2, against.Count);
        Assert.Contains("waiting for first contact", against[0].Reason);
        Assert.Contains("team manager", against[1].Reason);
    }
}

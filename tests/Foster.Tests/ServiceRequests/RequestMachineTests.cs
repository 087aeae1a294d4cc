using Foster.Web.Features.Records.Requests;
using Foster.Web.Foundation.Actors;
using Xunit;
using static Foster.Web.Features.Records.Requests.RequestState;
using static Foster.Web.Foundation.Actors.Role;

namespace Foster.Tests.ServiceRequests;

/// <summary>R-TRF-06: every act on a request of another service in every state by every role, written out again.</summary>
public sealed class RequestMachineTests
{
    private static readonly Role[] Team =
    [
        RecruitmentOfficer,
        Assessor,
        SupervisingSocialWorker,
        PanelAdviser,
        TeamManager,
    ];

    private static readonly Dictionary<RequestVerb, (RequestState To, Role[] By)> Expected = new()
    {
        [RequestVerb.AskConsent] = (ConsentAsked, Team),
        [RequestVerb.SeeConsent] = (Received, Team),
        [RequestVerb.Send] = (Sent, [PanelAdviser, TeamManager]),
        // To refuse what the law grants is for the manager alone.
        [RequestVerb.Refuse] = (Refused, [TeamManager]),
    };

    [Fact]
    public void Every_act_in_every_state_by_every_role()
    {
        foreach (var verb in Enum.GetValues<RequestVerb>())
        foreach (var state in Enum.GetValues<RequestState>())
        foreach (var role in Enum.GetValues<Role>())
        {
            var (to, by) = Expected[verb];
            var open =
                verb is RequestVerb.AskConsent
                    ? state is Received
                    : state is Received or ConsentAsked;
            var allowed = open && by.Contains(role);
            var against = RequestMachine.Table.Against(state, verb, role);
            Assert.True(allowed == (against.Count == 0), $"{verb} in {state} by {role}");
            if (allowed)
                Assert.Equal(to, RequestMachine.Table.Row(state, verb, role).To);
            else
                Assert.All(against, r => Assert.NotEmpty(r.Reason));
        }
    }
}

using Foster.Web.Features.Assessment;
using Foster.Web.Foundation.Actors;
using Xunit;
using static Foster.Web.Features.Assessment.ServiceRequestState;

namespace Foster.Tests.Assessment;

/// <summary>The table of a request to a former service (R-TRF-06), written out again and compared cell by cell.</summary>
public class ServiceRequestMachineTests
{
    private static readonly (
        ServiceRequestVerb Verb,
        ServiceRequestState[] From,
        ServiceRequestState? To
    )[] Expected =
    [
        (ServiceRequestVerb.Chase, [Sent], null),
        (ServiceRequestVerb.Receive, [Sent, Refused], Received),
        (ServiceRequestVerb.Refuse, [Sent], Refused),
    ];

    [Fact]
    public void Every_act_in_every_state_by_every_role()
    {
        foreach (var row in Expected)
        foreach (var state in Enum.GetValues<ServiceRequestState>())
        foreach (var role in Enum.GetValues<Role>())
        {
            var allowed = row.From.Contains(state) && role is (Role.Assessor or Role.TeamManager);
            var against = ServiceRequest.Table.Against(state, row.Verb, role);
            Assert.True(allowed == (against.Count == 0), $"{row.Verb} in {state} by {role}");
            if (allowed)
                Assert.Equal(row.To, ServiceRequest.Table.Row(state, row.Verb, role).To);
        }
    }
}

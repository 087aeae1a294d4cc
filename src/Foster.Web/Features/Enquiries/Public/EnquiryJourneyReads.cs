using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Enquiries.Public;

/// <summary>Describes the enquiry for somebody with these answers: which councils there are, and which one is theirs.</summary>
public sealed class EnquiryJourneyReads(CouncilChoice councils)
{
    public async Task<EnquiryJourney> ForAsync(string? answers, CancellationToken ct)
    {
        var all = await councils.AllAsync(ct);
        var council = new TextField("council");
        var given = new Form(EnquiryQuestions.Postcode, council).FromJson(answers);
        var postcode = given.Get(EnquiryQuestions.Postcode);
        var preferred = EnquiryJourney.PreferredOf(given.Get(council));
        return new EnquiryJourney(
            all,
            await councils.ForAsync(preferred, postcode, ct),
            await councils.LocalAsync(postcode, ct),
            postcode
        );
    }
}

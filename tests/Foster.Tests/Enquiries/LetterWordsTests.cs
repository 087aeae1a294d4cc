using Foster.TestKit;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries;
using Foster.Web.Features.Enquiries.Nurturing;
using Foster.Web.Features.Messages;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Enquiries;

/// <summary>Outcome letters in the council's own words: versions, what cannot be left out, and what was read is what goes out.</summary>
public abstract class LetterWordsTests(FosterHost host)
{
    private const string Reasons = "The room that you told us about is let until next summer.";

    private DateTime Now => host.Clock.GetUtcNow().UtcDateTime;

    private DateOnly Today => host.Clock.Today;

    [Fact]
    public async Task A_letter_keeps_the_version_of_the_words_it_was_issued_in_for_ever()
    {
        var desk = await DeskAsync();
        var first = await desk.EnquireAsync();
        var second = await desk.EnquireAsync(
            desk.Input(new("Yara", "Demo-Other", new(1980, 3, 4), "yara@foster.example", null))
        );
        Assert.True((await WordAsync(desk, "Our first words.\n\n{reasons}\n\n{complaint}")).Ok);
        Assert.True((await DeclineAsync(desk, first.CaseId)).Ok);
        Assert.True((await WordAsync(desk, "Our later words.\n\n{reasons}\n\n{complaint}")).Ok);
        Assert.True((await DeclineAsync(desk, second.CaseId)).Ok);

        var early = await LetterAsync(desk, first.CaseId);
        Assert.Equal(1, early.WordsVersion);
        Assert.StartsWith("Dear Zoë,\n\nOur first words.", early.Body, StringComparison.Ordinal);
        Assert.Contains(Reasons, early.Body, StringComparison.Ordinal);
        Assert.Contains("you can complain to Demo Council", early.Body, StringComparison.Ordinal);
        Assert.EndsWith("Demo fostering team\n0151 496 0100", early.Body, StringComparison.Ordinal);
        var late = await LetterAsync(desk, second.CaseId);
        Assert.Equal(2, late.WordsVersion);
        Assert.Contains("Our later words.", late.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("We decline.\n\n{complaint}", "{reasons} has to stand in this letter (R-ENQ-08)")]
    [InlineData("We decline.\n\n{reasons}", "{complaint} has to stand in this letter (R-ENQ-08)")]
    [InlineData("{reasons} {complaint} Ask the IRM.", "must not offer an independent review")]
    [InlineData("{reasons} {complaint} {date of birth}", "{date of birth} is nothing")]
    public async Task Words_without_what_the_law_wants_are_refused(string body, string why)
    {
        var desk = await DeskAsync();

        var refused = await WordAsync(desk, body);

        Assert.Contains(why, Assert.Single(refused.Refusals).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R_ENQ_08_reasons_that_offer_a_review_are_refused_beside_their_field()
    {
        var desk = await DeskAsync();
        var made = await desk.EnquireAsync();

        var refused = await DeclineAsync(
            desk,
            made.CaseId,
            "You can ask for an independent review of this decision."
        );

        Assert.Equal("reasons", Assert.Single(refused.Refusals).Field);
        Assert.Equal(EnquiryState.Received, (await desk.EnquiryAsync(made.CaseId)).State);
    }

    [Fact]
    public async Task What_goes_out_is_what_was_read_or_nothing()
    {
        var desk = await DeskAsync();
        var made = await desk.EnquireAsync();
        var read = (await DraftAsync(desk, made.CaseId)).Value!;
        Assert.Null(read.Version);
        Assert.True((await WordAsync(desk, "Other words.\n\n{reasons}\n\n{complaint}")).Ok);

        var changed = await DeclineAsync(desk, made.CaseId, read: read.Mark);
        Assert.Contains("has changed since you read it", changed.Reasons, StringComparison.Ordinal);
        var unread = await DeclineAsync(desk, made.CaseId, read: "");
        Assert.False(unread.Ok);
        Assert.Equal(EnquiryState.Received, (await desk.EnquiryAsync(made.CaseId)).State);

        var again = (await DraftAsync(desk, made.CaseId)).Value!;
        Assert.Equal(1, again.Version);
        Assert.True((await DeclineAsync(desk, made.CaseId, read: again.Mark)).Ok);
        Assert.Equal(again.Copies[0].Body, (await LetterAsync(desk, made.CaseId)).Body);
    }

    [Fact]
    public async Task R_ENQ_15_whoever_was_not_reached_is_told_until_when_they_can_come_back()
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await DeskAsync();
        var made = await desk.EnquireAsync();
        foreach (var day in new[] { "2026-05-15", "2026-05-18", "2026-06-01" })
        {
            host.Clock.Set($"{day} 11:00");
            Assert.True((await desk.ContactAsync(made.CaseId, Now, reached: false)).Ok);
        }

        Assert.True((await desk.CloseAsync(made.CaseId, Closing.NoContact)).Ok);

        var letter = await LetterAsync(desk, made.CaseId);
        Assert.Equal("enquiry.no-contact", letter.Kind);
        // T-ENQ-08: six months from 1 June.
        Assert.Contains("by 1 December 2026", letter.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "on or soon after 1 September 2026")]
    [InlineData(false, "We will not contact you again")]
    public async Task M_HUB_10_whoever_is_not_ready_reads_whether_we_ask_again(
        bool agreed,
        string words
    )
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await DeskAsync();
        var made = await desk.EnquireAsync();

        var withdrawn = await desk.AsAsync(
            DeskStage.Officer,
            (s, actor) =>
                s.GetRequiredService<WithdrawEnquiry>()
                    .RunAsync(
                        new(
                            made.CaseId,
                            "not-now",
                            null,
                            new AskAgain(
                                agreed,
                                agreed ? new(2026, 9, 1) : null,
                                Every: AskEvery.SixMonths
                            )
                        ),
                        actor,
                        default
                    )
        );

        Assert.True(withdrawn.Ok, withdrawn.Reasons);
        Assert.Contains(
            words,
            (await LetterAsync(desk, made.CaseId)).Body,
            StringComparison.Ordinal
        );
        // The letter says it, so that no second message says otherwise.
        Assert.DoesNotContain(
            "enquiry.withdrawn",
            await desk.ReadAsync(db =>
                db.Set<OutboxMessage>()
                    .Where(m => m.CaseId == made.CaseId)
                    .Select(m => m.Kind)
                    .ToListAsync()
            )
        );
    }

    private async Task<DeskStage> DeskAsync()
    {
        if (Today < new DateOnly(2026, 5, 15))
            host.Clock.Set("2026-05-15 10:00");
        return await new DeskStage(host).OpenAsync();
    }

    private Task<Result> WordAsync(DeskStage desk, string body) =>
        desk.AsAsync(
            DeskStage.Administrator,
            async (s, actor) =>
            {
                var result = await s.GetRequiredService<PublishWords>()
                    .RunAsync(new("enquiry.declined", "About your enquiry", body), actor, default);
                await s.GetRequiredService<TemplateBook>().RenewAsync(default);
                return result;
            }
        );

    private static Task<Result> DeclineAsync(
        DeskStage desk,
        Guid caseId,
        string reasons = Reasons,
        string? read = null
    ) =>
        desk.AsAsync(
            DeskStage.Manager,
            (s, actor) =>
                s.GetRequiredService<CloseEnquiry>()
                    .RunAsync(
                        new(caseId, Closing.Declined, DeclineReason.Home, reasons, read),
                        actor,
                        default
                    )
        );

    private static Task<Result<LetterDraft?>> DraftAsync(DeskStage desk, Guid caseId) =>
        desk.AsAsync(
            DeskStage.Manager,
            (s, actor) =>
                s.GetRequiredService<CloseEnquiry>()
                    .DraftAsync(
                        new(caseId, Closing.Declined, DeclineReason.Home, Reasons),
                        actor,
                        default
                    )
        );

    private static Task<Letter> LetterAsync(DeskStage desk, Guid caseId) =>
        desk.ReadAsync(db => db.Set<Letter>().AsNoTracking().SingleAsync(l => l.CaseId == caseId));

    public sealed class OnSqlite(SqliteHost host)
        : LetterWordsTests(host),
            IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost host)
        : LetterWordsTests(host),
            IClassFixture<PostgresHost>;
}

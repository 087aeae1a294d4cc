using Foster.Web.Features.Applications;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Carers.Demo;

// From the account to the application that is sent.
public sealed partial class DemoRoad
{
    /// <summary>Both make their accounts; the main applicant fills in nearly everything.</summary>
    public async Task DraftAsync()
    {
        for (var index = 0; index < people.Count; index++)
            await MakeAccountAsync(index);
        await FillInAsync(0);
        await AnswerAsync(0, Dates.Drafting, SectionOwner.Household, finished: false);
        await AddRefereeAsync(
            0,
            "Rowena Demo-Friend",
            "Friend",
            RefereeKind.Friend,
            "0151 496 0800"
        );
        Stage = RoadStage.Drafting;
    }

    /// <summary>Nothing is missing any more, and nobody has sent anything.</summary>
    public async Task CompleteDraftAsync(DateOnly on)
    {
        await AddRefereeAsync(
            0,
            "Callum Demo-Neighbour",
            "Neighbour",
            RefereeKind.Friend,
            "0151 496 0801",
            on
        );
        await AddRefereeAsync(
            0,
            "Imogen Demo-Sister",
            "Sister",
            RefereeKind.Family,
            "0151 496 0802",
            on
        );
        if (household.Second is not null)
            await FillInAsync(1, on);
        await AnswerAsync(0, on, SectionOwner.Household);
        await AsOwnAsync(
            0,
            on,
            (s, actor) => s.GetRequiredService<ConfirmHousehold>().RunAsync(actor, ct)
        );
    }

    public async Task SubmitAsync()
    {
        await CompleteDraftAsync(Dates.Submitted);
        for (var index = 0; index < people.Count; index++)
            await AsOwnAsync(
                index,
                Dates.Submitted,
                (s, actor) =>
                    s.GetRequiredService<SubmitPart>().RunAsync(new(true, null), actor, ct)
            );
        Stage = RoadStage.Submitted;
    }

    public Task WithdrawApplicationAsync(DateOnly on) =>
        AsOwnAsync(
            0,
            on,
            (s, actor) =>
                s.GetRequiredService<WithdrawApplication>()
                    .RunAsync(
                        new(CaseId, "AW3", "Our own family needs us more this year.", on),
                        actor,
                        ct
                    )
        );

    private async Task MakeAccountAsync(int index)
    {
        var person = household.Applicants.ElementAt(index);
        var secret = await InvitationAsync(index);
        await AsHolderAsync(
            index,
            Dates.Drafting,
            (s, actor) =>
                s.GetRequiredService<AcceptInvitation>()
                    .RunAsync(new(secret, person.SignInName, DemoOptions.Password), actor, ct)
        );
        accounts.Add(
            await ReadAsync(db =>
                db.Set<AccountLink>()
                    .Where(l => l.PersonId == people[index])
                    .Select(l => l.AccountId)
                    .SingleAsync(ct)
            )
        );
    }

    /// <summary>The secret of a fresh invitation, since the one that was sent is known to nobody but its reader.</summary>
    private async Task<string> InvitationAsync(int index)
    {
        var secret = "";
        await AsHolderAsync(
            index,
            Dates.Drafting,
            async (s, _) =>
            {
                var db = s.GetRequiredService<FosterDb>();
                var application = await db.Set<Application>()
                    .SingleAsync(a => a.CaseId == CaseId, ct);
                secret = await s.GetRequiredService<Links>()
                    .IssueAsync(
                        LinkPurpose.Invitation,
                        staff.CouncilId,
                        CaseId,
                        application.Id,
                        people[index],
                        SendInvitation.Life,
                        ct
                    );
                await db.SaveChangesAsync(ct);
                return Result.Done;
            }
        );
        return secret;
    }

    private async Task FillInAsync(int index, DateOnly? day = null)
    {
        var on = day ?? Dates.Drafting;
        var person = household.Applicants.ElementAt(index);
        await AsOwnAsync(
            index,
            on,
            (s, actor) =>
                s.GetRequiredService<SaveYou>()
                    .RunAsync(
                        new(
                            person.GivenName,
                            person.FamilyName,
                            null,
                            person.Born,
                            "0151 496 0700",
                            person.SignInName
                        ),
                        actor,
                        ct
                    )
        );
        var home = await ReadAsync(db =>
            db.Set<Address>()
                .Where(a => a.PersonId == people[index] && a.To == null)
                .Select(a => (Guid?)a.Id)
                .FirstOrDefaultAsync(ct)
        );
        await AsOwnAsync(
            index,
            on,
            (s, actor) =>
                s.GetRequiredService<SaveAddress>()
                    .RunAsync(
                        new(
                            home,
                            household.Address.Lines,
                            household.Address.Town,
                            household.Address.Postcode,
                            Dates.Enquired.AddYears(-11),
                            null
                        ),
                        actor,
                        ct
                    )
        );
        await AsOwnAsync(
            index,
            on,
            (s, actor) =>
                s.GetRequiredService<GiveConsents>()
                    .RunAsync(
                        new(ConsentWordings.All.ToDictionary(w => w.CheckKey, _ => true), false),
                        actor,
                        ct
                    )
        );
        await AsOwnAsync(
            index,
            on,
            (s, actor) =>
                s.GetRequiredService<SaveRefereeBackground>()
                    .RunAsync(new(true, "My manager does not know yet.", false, null), actor, ct)
        );
        await AnswerAsync(index, on, SectionOwner.EachApplicant);
    }

    /// <summary>The sections that are lists of questions: an applicant's own, or those of both.</summary>
    private async Task AnswerAsync(int index, DateOnly on, SectionOwner owner, bool finished = true)
    {
        foreach (
            var section in ApplySections.All.OfType<AskedSection>().Where(s => s.Owner == owner)
        )
            await AsOwnAsync(
                index,
                on,
                (s, actor) =>
                    s.GetRequiredService<SaveSection>()
                        .RunAsync(
                            new(section.Key, DemoAnswers.Of(section, index), finished),
                            actor,
                            ct
                        )
            );
    }

    private Task AddRefereeAsync(
        int index,
        string name,
        string relationship,
        RefereeKind kind,
        string telephone,
        DateOnly? on = null
    ) =>
        AsOwnAsync(
            index,
            on ?? Dates.Drafting,
            (s, actor) =>
                s.GetRequiredService<AddReferee>()
                    .RunAsync(
                        new(
                            name,
                            relationship,
                            6,
                            $"{name[..name.IndexOf(' ')].ToLowerInvariant()}@example.org",
                            telephone,
                            "12 Example Street, Harbourside",
                            IsAdult: true,
                            kind
                        ),
                        actor,
                        ct
                    )
        );
}

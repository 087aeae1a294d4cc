using Foster.Web.Features.Cases;
using Foster.Web.Features.Questions.Emails;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Questions;

/// <summary>Tells the worker of a question, and whoever asked of the answer. The caller saves.</summary>
public sealed class QuestionMail(FosterDb db, Links links, Outbox outbox)
{
    public async Task AskedAsync(Question question, DateOnly due, CancellationToken ct)
    {
        var (council, reference) = await HeadAsync(question, ct);
        var link = links.Absolute(QuestionLinks.One(question.CaseId, question.Id));
        foreach (var (address, name) in await WorkersAsync(question, ct))
            outbox.Post(
                question.CouncilId,
                question.CaseId,
                QuestionEmails.Asked(address, First(name), reference, council, due, link)
            );
    }

    public Task AnsweredAsync(Question question, CancellationToken ct) =>
        ToAskerAsync(question, QuestionEmails.Answered, ct);

    public Task AskedBackAsync(Question question, DateOnly due, CancellationToken ct) =>
        ToAskerAsync(
            question,
            (to, name, reference, council, link) =>
                QuestionEmails.AskedBack(to, name, reference, council, due, link),
            ct
        );

    private async Task ToAskerAsync(
        Question question,
        Func<string, string, string, Council, string, Email> write,
        CancellationToken ct
    )
    {
        var person = await db.Set<Person>().SingleAsync(p => p.Id == question.PersonId, ct);
        if (person.Email is not { } address)
            return;
        var (council, reference) = await HeadAsync(question, ct);
        var isCarer = await (
            from l in db.Set<AccountLink>()
            join r in db.Set<RoleAssignment>() on l.AccountId equals r.AccountId
            where l.PersonId == person.Id && r.Role == Role.ApprovedCarer
            select r
        ).AnyAsync(ct);
        var link = QuestionLinks.OwnOne(
            isCarer ? Role.ApprovedCarer : Role.ProspectiveCarer,
            question.Id
        );
        outbox.Post(
            question.CouncilId,
            question.CaseId,
            write(address, person.GivenName, reference, council, links.Absolute(link))
        );
    }

    /// <summary>Whoever has the case; where nobody is named the whole team, and of a restricted case those who keep it.</summary>
    private async Task<IReadOnlyList<(string Address, string Name)>> WorkersAsync(
        Question question,
        CancellationToken ct
    )
    {
        var present = db.Set<Account>().Where(a => !a.IsDisabled && a.Email != null);
        var holding = await (
            from h in db.Set<Allocation>()
            join a in present on h.AccountId equals a.Id
            where h.CaseId == question.CaseId && h.Role == question.Holder && h.To == null
            select new { a.Email, a.DisplayName }
        ).ToListAsync(ct);
        if (holding.Count == 0)
        {
            var restricted = await db.Set<Case>()
                .AnyAsync(c => c.Id == question.CaseId && c.Restricted, ct);
            var named = db.Set<NamedPerson>()
                .Where(n => n.CaseId == question.CaseId && !n.AtPanel)
                .Select(n => n.AccountId);
            holding = await (
                from r in db.Set<RoleAssignment>()
                join a in present on r.AccountId equals a.Id
                where
                    r.CouncilId == question.CouncilId
                    && (
                        restricted
                            ? named.Contains(a.Id) && QuestionMachine.Answerers.Contains(r.Role)
                            : r.Role == question.Holder
                    )
                select new { a.Email, a.DisplayName }
            )
                .Distinct()
                .ToListAsync(ct);
        }
        return [.. holding.Select(h => (h.Email!, h.DisplayName))];
    }

    private async Task<(Council Council, string Reference)> HeadAsync(
        Question question,
        CancellationToken ct
    ) =>
        (
            await db.Set<Council>().SingleAsync(c => c.Id == question.CouncilId, ct),
            await db.Set<Case>()
                .Where(c => c.Id == question.CaseId)
                .Select(c => c.Reference)
                .SingleAsync(ct)
        );

    private static string First(string name) => name.Split(' ')[0];
}

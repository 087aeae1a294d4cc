using Foster.TestKit;
using Foster.Web.Features.Applications;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Applications;

/// <summary>A council with its people, and a household that the team manager has just invited to apply.</summary>
internal sealed class ApplicationStage(FosterHost host)
{
    public const string Password = "quiet-marble-lantern";
    private static int count;

    private readonly Dictionary<Role, Guid> staff = [];
    private readonly string mark = $"{Interlocked.Increment(ref count)}x{Guid.NewGuid():N}"[..12];

    public Guid Council { get; private set; }
    public Guid Case { get; private set; }
    public string Reference { get; private set; } = "";
    public IReadOnlyList<Guid> People { get; private set; } = [];

    /// <summary>The address that both applicants have.</summary>
    public string Email => $"home-{mark}@foster.example";

    /// <summary>An applicant at their own browser, signed in by their password.</summary>
    public async Task<HtmlVisitor> VisitorAsync(int index)
    {
        var visitor = host.Visitor();
        await visitor.SignInAsync(SignInName(index), Password);
        return visitor;
    }

    public string SignInName(int index) => $"{(index == 0 ? "robin" : "alex")}-{mark}";

    public async Task<ApplicationStage> InviteAsync(int applicants = 2, string? email = "")
    {
        await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<FosterDb>();
            var council = MadeUp();
            Council = council.Id;
            db.Add(council);
            foreach (
                var role in (Role[])
                    [Role.TeamManager, Role.RecruitmentOfficer, Role.Assessor, Role.PanelAdviser]
            )
                staff[role] = StaffAccount(db, role);
            await db.SaveChangesAsync();
            var system = services.GetRequiredService<ActorSource>().System(Council);
            var opened = await services
                .GetRequiredService<OpenCase>()
                .RunAsync(
                    new(
                        Council,
                        [
                            .. Enumerable
                                .Range(0, applicants)
                                .Select(n => new NewPerson(
                                    n == 0 ? "Robin" : "Alex",
                                    "Demo-Apply",
                                    null,
                                    email == "" ? Email : email,
                                    null
                                )),
                        ],
                        [],
                        new("3 Example Road", "Harbourside", "CH41 1AA"),
                        host.Clock.Today
                    ),
                    system,
                    default
                );
            (Case, Reference) = (opened.Case.Id, opened.Case.Reference);
            People = [.. opened.Applicants.Select(p => p.Id)];
            await db.SaveChangesAsync();
        });
        await AsStaffAsync(
            Role.TeamManager,
            async (services, actor) =>
            {
                await services
                    .GetRequiredService<HandOver>()
                    .PublishAsync(
                        new InvitedToApply(Case, Guid.CreateVersion7(), host.Clock.Today),
                        actor,
                        default
                    );
                await services.GetRequiredService<FosterDb>().SaveChangesAsync();
                return Result.Done;
            }
        );
        return this;
    }

    /// <summary>Makes the account of an applicant by the operation behind the invitation.</summary>
    public async Task<Result> AcceptAsync(int index, string? secret = null, string? name = null)
    {
        secret ??= await FreshSecretAsync(index);
        return await host.InScopeAsync(services =>
            services
                .GetRequiredService<AcceptInvitation>()
                .RunAsync(
                    new(secret, name ?? SignInName(index), Password),
                    services
                        .GetRequiredService<ActorSource>()
                        .Holder(Council, Case, "Applicant", People[index]),
                    default
                )
        );
    }

    /// <summary>A new link; the secret is known only to whoever makes it.</summary>
    public Task<string> FreshSecretAsync(int index) =>
        host.InScopeAsync(async services =>
        {
            services.GetRequiredService<ActorSource>().System(Council);
            var db = services.GetRequiredService<FosterDb>();
            var application = await db.Set<Application>().SingleAsync(a => a.CaseId == Case);
            var secret = await services
                .GetRequiredService<Links>()
                .IssueAsync(
                    LinkPurpose.Invitation,
                    Council,
                    Case,
                    application.Id,
                    People[index],
                    SendInvitation.Life,
                    default
                );
            await db.SaveChangesAsync();
            return secret;
        });

    /// <summary>Fills in everything of one applicant; the first also lists the household and the referees.</summary>
    public async Task FillAsync(int index)
    {
        await DoneAsync<SaveYou>(
            index,
            (op, actor) =>
                op.RunAsync(
                    new(
                        index == 0 ? "Robin" : "Alex",
                        "Demo-Apply",
                        null,
                        new DateOnly(1985 + index, 3, 4),
                        "+441514960900",
                        Email
                    ),
                    actor,
                    default
                )
        );
        var home = await ReadAsync(db =>
            db.Set<Address>()
                .Where(a => a.PersonId == People[index])
                .Select(a => a.Id)
                .SingleAsync()
        );
        await DoneAsync<SaveAddress>(
            index,
            (op, actor) =>
                op.RunAsync(
                    new(home, "3 Example Road", null, "CH41 1AA", new(2010, 1, 1), null),
                    actor,
                    default
                )
        );
        await DoneAsync<GiveConsents>(
            index,
            (op, actor) =>
                op.RunAsync(
                    new(ConsentWordings.All.ToDictionary(w => w.CheckKey, _ => true), false),
                    actor,
                    default
                )
        );
        await DoneAsync<SaveRefereeBackground>(
            index,
            (op, actor) => op.RunAsync(new(false, null, false, null), actor, default)
        );
        foreach (
            var section in ApplySections
                .All.OfType<AskedSection>()
                .Where(s => index == 0 || s.Owner == SectionOwner.EachApplicant)
        )
            await AnswerAsync(index, section.Key);
        if (index > 0)
            return;
        await DoneAsync<ConfirmHousehold>(index, (op, actor) => op.RunAsync(actor, default));
        foreach (var name in (string[])["Ruth Demo-Speak", "Ravi Demo-Speak"])
            await DoneAsync<AddReferee>(
                index,
                (op, actor) => op.RunAsync(Referee(name), actor, default)
            );
        await DoneAsync<AddReferee>(
            index,
            (op, actor) =>
                op.RunAsync(
                    Referee("Rita Demo-Speak") with
                    {
                        Kind = RefereeKind.Family,
                        Relationship = "sister",
                    },
                    actor,
                    default
                )
        );
    }

    /// <summary>Saves a section that is a list of questions, with plain answers but for those given.</summary>
    public Task AnswerAsync(int index, string section, params (string, string)[] given) =>
        DoneAsync<SaveSection>(
            index,
            (op, actor) =>
                op.RunAsync(new(section, PlainAnswers.Of(section, given), true), actor, default)
        );

    public static AddRefereeInput Referee(string name) =>
        new(name, "friend", 5, AddressOf(name), null, null, IsAdult: true);

    /// <summary>Each has an address of their own (R-VAL-03).</summary>
    private static string AddressOf(string name) =>
        $"{string.Concat(name.Where(char.IsAsciiLetter)).ToLowerInvariant()}@foster.example";

    /// <summary>Does something as one of the applicants.</summary>
    public Task<T> AsAsync<TOperation, T>(int index, Func<TOperation, Actor, Task<T>> act)
        where TOperation : notnull =>
        host.InScopeAsync(async services =>
        {
            var account = await services
                .GetRequiredService<FosterDb>()
                .Set<AccountLink>()
                .IgnoreQueryFilters()
                .Where(l => l.PersonId == People[index])
                .Select(l => l.AccountId)
                .SingleAsync();
            var actor = await services
                .GetRequiredService<ActorSource>()
                .EnterAsync(account, Council, Role.ProspectiveCarer, default);
            return await act(services.GetRequiredService<TOperation>(), actor!);
        });

    public async Task DoneAsync<TOperation>(int index, Func<TOperation, Actor, Task<Result>> act)
        where TOperation : notnull
    {
        var result = await AsAsync(index, act);
        Assert.True(result.Ok, result.Reasons);
    }

    /// <summary>Does something as a member of staff.</summary>
    public Task<T> AsStaffAsync<T>(Role role, Func<IServiceProvider, Actor, Task<T>> act) =>
        host.InScopeAsync(async services =>
        {
            var actor = await services
                .GetRequiredService<ActorSource>()
                .EnterAsync(staff[role], Council, role, default);
            return await act(services, actor!);
        });

    /// <summary>The assessor holds the case from now on.</summary>
    public Task AllocateAsync() =>
        AsStaffAsync(
            Role.TeamManager,
            async (services, actor) =>
            {
                var done = await services
                    .GetRequiredService<AllocateWorker>()
                    .RunAsync(
                        new(Case, staff[Role.Assessor], Role.Assessor, host.Clock.Today),
                        actor,
                        default
                    );
                Assert.True(done.Ok, done.Reasons);
                return await services.GetRequiredService<FosterDb>().SaveChangesAsync();
            }
        );

    /// <summary>Reads what there is, with the whole council in sight.</summary>
    public Task<T> ReadAsync<T>(Func<FosterDb, Task<T>> read) =>
        host.InScopeAsync(services =>
        {
            services.GetRequiredService<ActorSource>().System(Council);
            return read(services.GetRequiredService<FosterDb>());
        });

    public Task<Application> ApplicationAsync() =>
        ReadAsync(db => db.Set<Application>().SingleAsync(a => a.CaseId == Case));

    /// <summary>Both have accounts and everything is filled in but not sent.</summary>
    public async Task<ApplicationStage> ReadyAsync(int applicants = 2)
    {
        await InviteAsync(applicants);
        for (var i = 0; i < applicants; i++)
        {
            var made = await AcceptAsync(i);
            Assert.True(made.Ok, made.Reasons);
            await FillAsync(i);
        }
        return this;
    }

    public Task<Result> SendAsync(int index, string? connection = null) =>
        AsAsync<SubmitPart, Result>(
            index,
            (op, actor) => op.RunAsync(new(true, connection), actor, default)
        );

    private Guid StaffAccount(FosterDb db, Role role)
    {
        var name = $"{role}-{mark}@foster.example";
        var account = new Account
        {
            DisplayName = $"Demo {role}",
            UserName = name,
            NormalizedUserName = name.ToUpperInvariant(),
            Email = name,
            SecurityStamp = Guid.NewGuid().ToString(),
        };
        db.Add(account);
        db.Add(
            new RoleAssignment
            {
                AccountId = account.Id,
                CouncilId = Council,
                Role = role,
            }
        );
        db.Add(new WorkerProfile { AccountId = account.Id, Telephone = "0151 496 0201" });
        return account.Id;
    }

    private static Council MadeUp() =>
        new()
        {
            Name = "Demo Council",
            Code = Unique.Code(),
            TeamName = "Demo fostering team",
            Telephone = "0151 496 0100",
            OpeningHours = "Monday to Friday, 9am to 5pm",
            OutOfHoursTelephone = "0151 496 0199",
            Email = "fostering@foster.example",
            PostalAddress = "1 Example Quay",
            PrivacyNoticeVersion = "1",
            PrivacyNotice = "Notice",
        };
}

using Foster.Web.Foundation.Actors;

namespace Foster.Web.Features.Operate.Verbs;

/// <summary>
/// Takes a council on, so that a real installation can begin. What is not given as a setting Council:… is asked on the
/// console; an empty answer takes the usual one.
/// </summary>
public sealed class CreateCouncilVerb : IVerb
{
    private const string Usage =
        "Usage: create-council <code> \"<name>\" [Council:TeamName=… Council:Telephone=… Council:OpeningHours=… "
        + "Council:OutOfHoursTelephone=… Council:Email=… Council:PostalAddress=… Council:Districts=CH41,CH42]";

    public string Name => "create-council";
    public string Help =>
        "take a council on: create-council <code> \"<name>\"; asks for its team, contacts and postcode districts";

    public async Task<int> RunAsync(
        WebApplication app,
        IReadOnlyList<string> words,
        CancellationToken ct
    )
    {
        var given = words.Where(w => !w.Contains('=')).ToList();
        if (given.Count < 2)
            throw new InvalidOperationException(Usage);
        await MigrateVerb.MigrateAsync(app, ct);
        await using var services = app.Services.CreateAsyncScope();
        var input = await AskAsync(app, given[0], string.Join(' ', given.Skip(1)), ct);
        var made = await services
            .ServiceProvider.GetRequiredService<CreateCouncil>()
            .RunAsync(input, Actor.System(Guid.Empty), ct);
        if (!made.Ok)
            throw new InvalidOperationException(
                string.Join(Environment.NewLine, made.Refusals.Select(r => r.Reason))
            );
        var council = made.Value;
        Console.WriteLine(
            $"{council.Name} is taken on with the code {council.Code}. {(council.IsIntake ? "Enquiries from elsewhere come to it. " : "")}"
                + "Its privacy notice is a draft: have your data protection officer agree to it."
        );
        Console.WriteLine($"Next: create-admin <e-mail address> {council.Code}");
        return 0;
    }

    private static async Task<CreateCouncilInput> AskAsync(
        WebApplication app,
        string code,
        string name,
        CancellationToken ct
    )
    {
        async Task<string> Of(string setting, string question, string usual)
        {
            if (app.Configuration[$"Council:{setting}"] is { } said)
                return said;
            await Console.Error.WriteAsync(
                usual.Length > 0 ? $"{question} [{usual}]: " : $"{question}: "
            );
            return await Console.In.ReadLineAsync(ct) is { Length: > 0 } typed ? typed : usual;
        }

        var team = await Of("TeamName", "Name of the team", CouncilDefaults.TeamName(name));
        var telephone = await Of("Telephone", "Its telephone number", "");
        return new CreateCouncilInput(
            code,
            name,
            team,
            telephone,
            await Of("OpeningHours", "When it is answered", CouncilDefaults.OpeningHours),
            await Of("OutOfHoursTelephone", "Telephone out of hours", telephone),
            await Of("Email", "Its e-mail address", ""),
            await Of("PostalAddress", "Its postal address", $"{team}, {name}"),
            (await Of("Districts", "Postcode districts, such as CH41,CH42", "")).Split(
                [',', ' ', ';'],
                StringSplitOptions.RemoveEmptyEntries
            )
        );
    }
}

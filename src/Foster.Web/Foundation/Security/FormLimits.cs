using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Foster.Web.Foundation.Security;

/// <summary>What of a public form is counted.</summary>
public enum FormStep
{
    Begin,
    Send,
}

/// <summary>
/// Limits how many public forms are begun and sent within ten minutes, from one address and in all. Generous enough for a
/// whole library behind one address. Counted in the database, so that nodes count together.
/// </summary>
public sealed class FormLimits(
    FosterDb db,
    LondonClock clock,
    IOptions<SpamOptions> options,
    IHttpContextAccessor http
)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>
    /// True when there were too many: the answer is then 429 with the seconds to wait, and the page is to be shown again with
    /// what was typed.
    /// </summary>
    public async Task<bool> RefusesAsync(
        FormStep step,
        Form form,
        HttpResponse response,
        CancellationToken ct
    )
    {
        if (await WaitAsync(step, ct) is not { } seconds)
            return false;
        response.StatusCode = StatusCodes.Status429TooManyRequests;
        response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        var minutes = (seconds + 59) / 60;
        form.AddError(
            null,
            $"Too many forms have come at once. Your answers are still here and not sent yet. Try again in {minutes} "
                + (minutes == 1 ? "minute" : "minutes")
                + ", or call us."
        );
        return true;
    }

    /// <summary>
    /// Counts one message to an address that anybody could have typed in. False when it would be one too many in an hour:
    /// nothing is sent then, and the answer stays the same.
    /// </summary>
    public Task<bool> AdmitsMessageAsync(string address, int most, CancellationToken ct) =>
        db.WriteTogetherAsync(
            async () =>
                (await CountAsync(KeyOf("message", address.ToLowerInvariant()), Hour, ct)).Count
                <= most,
            ct
        );

    /// <summary>Counts one; the seconds to wait where it was one too many.</summary>
    private Task<int?> WaitAsync(FormStep step, CancellationToken ct)
    {
        // The address first: whoever is stopped there does not use up what is for everybody.
        var buckets = new[]
        {
            (Key: KeyOf($"{step}", AddressOf(http.HttpContext!)), Most: options.Value.PerAddress),
            (Key: KeyOf($"{step}", "everybody"), Most: options.Value.InAll),
        };
        return db.WriteTogetherAsync<int?>(
            async () =>
            {
                foreach (var (key, most) in buckets)
                {
                    var (count, wait) = await CountAsync(key, Throttle.Rest, ct);
                    if (count > most)
                        return Math.Max(wait, 1);
                }
                return null;
            },
            ct
        );
    }

    private async Task<(int Count, int Wait)> CountAsync(
        string key,
        TimeSpan rest,
        CancellationToken ct
    )
    {
        var now = new DateTimeOffset(clock.Now).ToUnixTimeSeconds();
        var ends = now + (long)rest.TotalSeconds;
        // Count and end in one number: neither needs a second question.
        var counted = await db
            .Database.SqlQuery<long>(
                $"""
                INSERT INTO "TryCounts" ("Key", "Count", "EndsAt") VALUES ({key}, 1, {ends})
                ON CONFLICT ("Key") DO UPDATE SET
                  "Count" = CASE WHEN "TryCounts"."EndsAt" <= {now} THEN 1 ELSE "TryCounts"."Count" + 1 END,
                  "EndsAt" = CASE WHEN "TryCounts"."EndsAt" <= {now} THEN {ends} ELSE "TryCounts"."EndsAt" END
                RETURNING ("EndsAt" - {now}) * 10000000 + "Count" AS "Value"
                """
            )
            .ToListAsync(ct);
        return ((int)(counted[0] % 10_000_000), (int)(counted[0] / 10_000_000));
    }

    private static string KeyOf(string step, string place) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"form|{step}|{place}")));

    private static string AddressOf(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        if (address is { IsIPv4MappedToIPv6: true })
            address = address.MapToIPv4();
        return address is { AddressFamily: System.Net.Sockets.AddressFamily.InterNetwork }
            ? address.ToString()
            : Throttle.RangeOf(address);
    }
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Foster.TestKit;

namespace Foster.Faults;

/// <summary>The built program in a process of its own, which can be killed and started again on the same port.</summary>
internal sealed class Node : IDisposable
{
    /// <summary>Set by tests/faults: where the program was built.</summary>
    private static readonly string Program =
        Environment.GetEnvironmentVariable("FOSTER_PROGRAM")
        ?? throw new InvalidOperationException("Run tests/faults, which builds the program.");

    private static readonly string Folder = Path.Combine(Repository.Root, "src", "Foster.Web");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>Of one database each; the nodes of one database share theirs.</summary>
    private static readonly string Anchors = Directory
        .CreateTempSubdirectory("foster-anchors-")
        .FullName;

    private readonly List<string> settings;
    private readonly List<string> said = [];
    private Process? process;

    public Node(TestProvider provider, string connectionString, params string[] more)
    {
        Port = FreePort();
        settings =
        [
            $"Database:Provider={provider}",
            $"ConnectionStrings:Foster={connectionString}",
            $"Site:PublicUrl={FosterHost.PublicUrl.ToString().TrimEnd('/')}",
            "Logging:LogLevel:Default=Error",
            "Demo:Enabled=false",
            "Spam:SecondsAPage=0",
            "Spam:PerAddress=100000",
            "Spam:InAll=100000",
            $"History:AnchorFile={Path.Combine(Anchors, Fingerprint(connectionString))}",
            .. TestVault.Settings.Select(s => $"{s.Key}={s.Value}"),
            .. more,
        ];
    }

    public int Port { get; }

    /// <summary>A file that says by how many seconds its clock is moved; null for the machine's.</summary>
    public string? Clock { get; init; }

    /// <summary>Of the process that runs now.</summary>
    public int ProcessId => process!.Id;

    public Uri Address => new($"http://localhost:{Port}/");

    /// <summary>What it wrote to its console since it was first started.</summary>
    public string Said
    {
        get
        {
            lock (said)
                return string.Join('\n', said);
        }
    }

    /// <summary>Starts it and waits until it answers.</summary>
    public async Task StartAsync()
    {
        Launch();
        await AnsweringAsync();
    }

    public void Launch() =>
        process = Start([.. settings, $"Kestrel:Endpoints:Http:Url=http://127.0.0.1:{Port}"]);

    /// <summary>Waits until it is ready.</summary>
    /// <returns>How long that took.</returns>
    public async Task<TimeSpan> AnsweringAsync(bool ready = true)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(15) };
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < Patience)
        {
            if (process is { HasExited: true })
                throw new InvalidOperationException($"The program ended by itself. {Said}");
            try
            {
                using var answer = await http.GetAsync(new Uri(Address, "health/ready"));
                if (answer.IsSuccessStatusCode == ready)
                    return Stopwatch.GetElapsedTime(started);
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                // Not there yet.
            }

            await Task.Delay(50);
        }

        throw new TimeoutException(
            $"The program was not {(ready ? "" : "un")}ready in time. {Said}"
        );
    }

    /// <summary>kill -9.</summary>
    public void Kill()
    {
        process!.Kill();
        process.WaitForExit();
        process.Dispose();
        process = null;
    }

    /// <summary>Runs a verb of the program with the same settings.</summary>
    public async Task<(int Code, string Said)> VerbAsync(string verb, params string[] words)
    {
        var before = said.Count;
        using var run = Start([verb, .. words, .. settings]);
        await run.WaitForExitAsync();
        lock (said)
            return (run.ExitCode, string.Join('\n', said.Skip(before)));
    }

    public void Dispose()
    {
        if (process is not null)
            Kill();
    }

    private static string Fingerprint(string words) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..16];

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Process Start(IEnumerable<string> words)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (Clock is null)
            start.ArgumentList.Add(Program);
        else
            foreach (var word in new[] { typeof(Node).Assembly.Location, "serve", Clock })
                start.ArgumentList.Add(word);
        foreach (var word in words)
            start.ArgumentList.Add(word);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        var begun = Process.Start(start)!;
        begun.OutputDataReceived += (_, line) => Keep(line.Data);
        begun.ErrorDataReceived += (_, line) => Keep(line.Data);
        begun.BeginOutputReadLine();
        begun.BeginErrorReadLine();
        return begun;
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        lock (said)
            said.Add(line);
    }
}

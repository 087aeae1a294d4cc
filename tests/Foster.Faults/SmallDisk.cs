using System.Diagnostics;

namespace Foster.Faults;

/// <summary>A file system in memory that is soon full. Mounting one needs the rights of root.</summary>
internal sealed class SmallDisk : IDisposable
{
    public SmallDisk(int megabytes)
    {
        Folder = Directory.CreateTempSubdirectory("foster-disk-").FullName;
        Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m,mode=0755", "tmpfs", Folder);
    }

    public string Folder { get; }

    private string Filler => Path.Combine(Folder, "filler");

    /// <summary>A folder on it that belongs to the database server's account.</summary>
    public string ForServer()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, "space")).FullName;
        Run("chown", "postgres:postgres", folder);
        return folder;
    }

    /// <summary>To the last byte.</summary>
    public void Fill()
    {
        using var file = new FileStream(
            Filler,
            FileMode.Create,
            FileAccess.Write,
            FileShare.None,
            0
        );
        for (var size = 1024 * 1024; size > 0; size /= 16)
        {
            try
            {
                while (true)
                    file.Write(new byte[size]);
            }
            catch (IOException)
            {
                // So much does not fit any more.
            }
        }
    }

    public void MakeRoom() => File.Delete(Filler);

    public void Dispose()
    {
        Run("umount", "--lazy", Folder);
        Directory.Delete(Folder);
    }

    private static void Run(string command, params string[] words)
    {
        using var process = Process.Start(command, words);
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(
                $"{command} did not work: this drill needs root and tmpfs."
            );
    }
}

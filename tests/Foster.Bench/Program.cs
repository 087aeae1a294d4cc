using Foster.Bench;

return args is ["serve", .. var settings] ? await Server.RunAsync(settings)
    : args is ["--history", .. var effort] ? await HistoryBench.RunAsync(effort)
    : await Comparison.RunAsync(args);

using Foster.Bench;

return args is ["serve", .. var settings] ? await Server.RunAsync(settings)
    : args is ["--history", .. var effort] ? await HistoryBench.RunAsync(effort)
    : args is ["--reminders", .. var clocks] ? await ReminderBench.RunAsync(clocks)
    : args is ["--journeys", .. var people] ? await JourneyBench.RunAsync(people)
    : args is ["--desk", .. var part] ? await DeskBench.RunAsync(part)
    : args is ["--mail", .. var messages] ? await MailBench.RunAsync(messages)
    : await Comparison.RunAsync(args);

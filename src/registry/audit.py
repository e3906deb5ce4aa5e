def run(builder, paths):
    pass
